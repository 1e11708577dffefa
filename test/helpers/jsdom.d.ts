// @types/jsdom brings in the DOM library for the whole project; this is all of jsdom that we use.
declare module 'jsdom' {
  import type { Context } from 'node:vm'

  export class VirtualConsole {
    on(method: string, listener: (...args: unknown[]) => void): this
  }

  export class JSDOM {
    constructor(
      html: string,
      options: {
        url: string
        runScripts: 'outside-only'
        pretendToBeVisual: boolean
        virtualConsole: VirtualConsole
      },
    )
    readonly window: Record<string, unknown> & { close(): void }
    getInternalVMContext(): Context
  }
}
