import { type Server, STATUS_CODES } from 'node:http'
import { PROBLEM_TYPE, Problem } from './problem.js'

/** Requests that Node gives up on before they reach the app, by its error codes. */
const PROBLEMS = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    new Problem(431, 'The address and headers together are longer than 16 KB.'),
  ],
  [
    'HPE_INVALID_URL',
    new Problem(
      400,
      'The address has characters that must be percent-encoded, as ü is in /search?q=K%C3%BCche.',
    ),
  ],
  ['ERR_HTTP_REQUEST_TIMEOUT', new Problem(408, 'The request did not arrive in time.')],
])

const MALFORMED = new Problem(400, 'This is not an HTTP request.')

/** Answers such requests with problem details too, where Node would send an empty body. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    const problem = PROBLEMS.get(error.code ?? '') ?? MALFORMED
    socket.end(responseText(problem), () => socket.destroy())
  })
}

function responseText(problem: Problem): string {
  const body = JSON.stringify(problem.toDetails())
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Connection: close',
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}
