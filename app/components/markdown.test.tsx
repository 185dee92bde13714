import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

const FIGURES = '/courses/c/exercises/e/figures'
const html = (text: string, figures?: string) =>
  renderToStaticMarkup(<Markdown text={text} {...(figures === undefined ? {} : { figures })} />)

describe('pictures', () => {
  it('beside a text are shown from where its figures are served', () => {
    expect(html('![Two lines](figure.svg)', FIGURES)).toContain(`<img alt="Two lines" src="${FIGURES}/figure.svg"/>`)
  })

  it.each([
    ['of a text without figures', '![Two lines](figure.svg)', undefined],
    ['from elsewhere', '![Two lines](https://example.org/a.svg)', FIGURES],
    ['from elsewhere, by the page’s protocol', '![Two lines](//example.org/a.svg)', FIGURES],
    ['of another folder', '![Two lines](../secret/figure.svg)', FIGURES],
    ['that are data', '![Two lines](data:image/svg+xml,x)', FIGURES],
  ])('%s are told by their words alone', (_, text, figures) => {
    expect(html(text, figures)).toContain('<em>Two lines</em>')
    expect(html(text, figures)).not.toContain('<img')
  })

  it('written as HTML are text', () => {
    expect(html('<img src="figure.svg" onerror="alert(1)">', FIGURES)).not.toContain('<img')
  })
})
