import { Server } from 'node:net'

/**
 * Does work during which every server that is opened listens on this machine alone, whatever its program asks for: the
 * runtime of the embedded WordPress knows no other address than all of them.
 */
export async function onLoopback<Result>(work: () => Promise<Result>): Promise<Result> {
  const { listen } = Server.prototype
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    return Reflect.apply(listen, this, withHost(args)) as Server
  } as typeof listen
  try {
    return await work()
  } finally {
    Server.prototype.listen = listen
  }
}

const LOOPBACK = '127.0.0.1'

/** The forms of net.Server.listen that name a port; a path or a handle is no address. */
function withHost([first, ...rest]: unknown[]): unknown[] {
  if (typeof first === 'number') {
    const others = typeof rest[0] === 'string' ? rest.slice(1) : rest
    return [first, LOOPBACK, ...others]
  }
  const isOptions = typeof first === 'object' && first !== null && 'port' in first
  return [isOptions ? { ...first, host: LOOPBACK } : first, ...rest]
}
