/**
 * A static site in a few lines: every text of `texts/` becomes a page with the search box at its top.
 *
 *     node build.mjs OUT ENDPOINT
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [out = 'out', endpoint = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const texts = new URL('texts/', import.meta.url)

const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Headings and paragraphs are all the Markdown that these texts have. */
const toHtml = (block) => {
  const [, marks, heading] = /^(#+) (.*)$/.exec(block) ?? []
  return marks
    ? `<h${marks.length}>${escapeHtml(heading)}</h${marks.length}>`
    : `<p>${escapeHtml(block.replaceAll('\n', ' '))}</p>`
}

const page = (title, content) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <script type="module" src="${endpoint}/fundstelle.js"></script>
  </head>
  <body>
    <header>
      <a href="index.html">Home</a>
      <fundstelle-search endpoint="${endpoint}" result-href="{+document}.html#:~:text={words}" all-href=""></fundstelle-search>
    </header>
    <main>
${content}
    </main>
  </body>
</html>
`

await mkdir(out, { recursive: true })
const links = []
for (const file of await readdir(texts)) {
  const [, matter, body] = (await readFile(new URL(file, texts), 'utf8')).split(/^---$/m)
  const title = /^title: (.*)$/m.exec(matter)[1]
  const address = file.replace(/\.md$/, '.html')
  links.push(`<li><a href="${address}">${escapeHtml(title)}</a></li>`)
  await writeFile(
    join(out, address),
    page(
      title,
      body
        .trim()
        .split(/\n{2,}/)
        .map(toHtml)
        .join('\n'),
    ),
  )
}
await writeFile(
  join(out, 'index.html'),
  page('Essays', `<h1>Essays</h1>\n<ul>\n${links.join('\n')}\n</ul>`),
)
