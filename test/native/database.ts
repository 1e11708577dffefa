import { chown, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PROGRAMS } from './packages.ts'
import { type RunAs, run, type Service, startService } from './processes.ts'

/** Speaks to the server on this socket, without a network and without any configuration of the machine. */
async function sql(socket: string, statements: string): Promise<string> {
  const args = ['--no-defaults', '--user=root', `--socket=${socket}`, '--batch', '--skip-column-names']
  const { stdout } = await run(PROGRAMS.mariadb, [...args, '--execute', statements])
  return stdout
}

/** Starts MariaDB with empty databases, reachable by its socket alone. */
export async function startDatabase(
  folder: string,
  socket: string,
  names: readonly string[],
  runAs: RunAs & { cwd: string },
): Promise<Service> {
  const data = path.join(folder, 'database')
  await mkdir(data)
  if (runAs.uid !== undefined) await chown(data, runAs.uid, runAs.gid ?? runAs.uid)
  await run(
    PROGRAMS.installDatabase,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    runAs,
  )
  const service = startService(
    PROGRAMS.mariadbd,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${path.join(folder, 'mariadbd.pid')}`,
      '--skip-networking',
      '--character-set-server=utf8mb4',
      // Nothing here has to outlive a power cut.
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-fast-shutdown=2',
      '--skip-log-bin',
    ],
    path.join(folder, 'mariadbd.log'),
    runAs,
  )
  await service.ready(() => sql(socket, 'SELECT 1'))
  await sql(socket, names.map(create).join('\n'))
  return service
}

/** Copies every table of a WordPress as it is now, in place of an earlier snapshot of the same label. */
export async function takeSnapshot(socket: string, name: string, label = 'snapshot'): Promise<void> {
  const snapshot = `${name}_${label}`
  const copies = (await listTables(socket, name)).map(
    (table) => `CREATE TABLE ${snapshot}.${table} SELECT * FROM ${name}.${table};`,
  )
  await sql(socket, [`DROP DATABASE IF EXISTS ${snapshot};`, create(snapshot), ...copies].join('\n'))
}

/** Brings every table of a WordPress back to the snapshot. Ids that were given since are not given again. */
export async function restoreSnapshot(socket: string, name: string, label = 'snapshot'): Promise<void> {
  const copies = (await listTables(socket, name)).map(
    (table) =>
      `DELETE FROM ${name}.${table}; INSERT INTO ${name}.${table} SELECT * FROM ${name}_${label}.${table};`,
  )
  await sql(socket, ['START TRANSACTION;', ...copies, 'COMMIT;'].join('\n'))
}

function create(database: string): string {
  return `CREATE DATABASE ${database} CHARACTER SET utf8mb4;`
}

async function listTables(socket: string, name: string): Promise<string[]> {
  return (await sql(socket, `SHOW TABLES FROM ${name}`)).trim().split('\n')
}
