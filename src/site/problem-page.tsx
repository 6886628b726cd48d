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
  return (
    <Layout context={context} title={`${problem.title(status)} · Fundstelle`} kind="problem">
      <h1>{problem.title(status)}</h1>
      <p lang="en">{detail}</p>
      <p>
        <a href={addressOf(context, '/')}>{problem.back}</a>
      </p>
    </Layout>
  )
}
