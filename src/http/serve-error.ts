/** A host and port that cannot be listened on; the message is one sentence that says what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError'

  constructor(cause: NodeJS.ErrnoException, host: string, port: number) {
    super(sentence(cause, host, port), { cause })
  }
}

function sentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use; choose another with --port.`
    case 'EACCES':
      return `Port ${port} on ${host} may not be used by this user; choose one above 1023 with --port.`
    case 'ERR_SOCKET_BAD_PORT':
      return `${port} is not a port; choose one from 0 to 65535 with --port.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host named “${host}”; choose another with --host.`
    case 'EADDRNOTAVAIL':
      return `${host} is not an address of this machine; choose another with --host.`
    default:
      return `The server cannot listen on ${host}, port ${port}: ${message}.`
  }
}
