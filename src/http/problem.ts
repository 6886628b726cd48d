import { STATUS_CODES } from 'node:http'
import type { Request, Response } from 'express'

/** What is wrong with one parameter. */
export interface ParameterError {
  parameter: string
  detail: string
}

/** Problem details as RFC 9457 describes them. */
export interface ProblemDetails {
  type: 'about:blank'
  title: string
  status: number
  detail: string
  /** The address that was asked for. */
  instance?: string
  errors?: ParameterError[]
}

/** A request that is answered with problem details; its message is the `detail`. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly status: number,
    detail: string,
    readonly errors?: ParameterError[],
  ) {
    super(detail)
  }

  /** What is sent. RFC 9457 wants the status phrase as the title of `about:blank`. */
  toDetails(instance?: string): ProblemDetails {
    return {
      type: 'about:blank',
      title: STATUS_CODES[this.status] ?? 'Error',
      status: this.status,
      detail: this.message,
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors ? { errors: this.errors } : {}),
    }
  }
}

/** The media type of problem details. JSON is UTF-8 in any case; saying so helps old clients. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Answers with problem details. */
export function sendProblem(problem: Problem, request: Request, response: Response): void {
  response
    .status(problem.status)
    .set('Content-Type', PROBLEM_TYPE)
    .json(problem.toDetails(request.originalUrl))
}

/** The problem that an error stands for, or undefined where the fault is ours. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  // Express could not decode a part of the path.
  if (error instanceof URIError)
    return new Problem(400, 'The address contains malformed percent-encoding.')
  return undefined
}
