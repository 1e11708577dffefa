import path from 'node:path'
import { type Costs, readProfile } from './setup/cpu-profile.ts'

/**
 * Says what a run spent its time on, by room and by function of `src/`:
 *
 *     node --cpu-prof --cpu-prof-dir=/tmp/profile dist/bin.js publish
 *     node --import tsx bench/profile.ts /tmp/profile/*.cpuprofile
 */
const MOST = 40

for (const file of process.argv.slice(2)) {
  const { busy, idle, rooms, own, whole } = readProfile(file)
  const print = (title: string, costs: Costs): void => {
    console.log(`\n${title}`)
    for (const [name, time] of [...costs].sort(([, a], [, b]) => b - a).slice(0, MOST)) {
      console.log(
        `${time.toFixed(0).padStart(7)} ms ${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`,
      )
    }
  }
  console.log(`${path.basename(file)}: ${busy.toFixed(0)} ms busy, ${idle.toFixed(0)} ms idle`)
  print('By room or package, without what it calls', rooms)
  print('By function, without what it calls', own)
  print(
    'By function of src/, with what it calls',
    new Map([...whole].filter(([name]) => name.startsWith('src/'))),
  )
}
