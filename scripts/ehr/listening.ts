import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on this machine alone and gives the port; 0 takes any that is free. Rejects when the port is taken. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

/** Stops at once: requests that are never answered are cut off. */
export function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
