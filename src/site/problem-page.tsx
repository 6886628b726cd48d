import { addressOf, type PageContext } from './context.js'
import { Layout } from './layout.js'

interface ProblemPageProps {
  context: PageContext
  status: number
  /** One sentence that says what is wrong. */
  detail: string
}

/** What is shown where a page cannot be. */
export function ProblemPage({ context, status, detail }: ProblemPageProps) {
  const { problem } = context.texts
  const known = status === 404 ? problem.missing : status >= 500 ? problem.fault : undefined
  // What else is wrong is said to programs mostly, and in their language.
  const sentence = known ?? <span lang="en">{detail}</span>
  return (
    <Layout context={context} title={`${problem.title(status)} · Fundstelle`} kind="problem">
      <h1>{problem.title(status)}</h1>
      <p>{sentence}</p>
      <p class="problem-way">
        <a href={addressOf(context, '/')}>{problem.back}</a>
      </p>
    </Layout>
  )
}
