import { describe, expect, it } from 'vitest'
import { parseEnrolmentList } from './enrolment-list.ts'

describe('parseEnrolmentList', () => {
  it.each([
    ['kim@example.edu', 'kim@example.edu', null],
    ['  KIM@Example.edu ', 'kim@example.edu', null],
    ['Kim Lee <kim@example.edu>', 'kim@example.edu', 'Kim Lee'],
    ['kim@example.edu,Kim Lee', 'kim@example.edu', 'Kim Lee'],
    ['"Lee","Kim",kim@example.edu', 'kim@example.edu', 'Lee Kim'],
    ['Kim Lee\tkim@example.edu', 'kim@example.edu', 'Kim Lee'],
    ['Kim Lee;kim@example.edu', 'kim@example.edu', 'Kim Lee'],
  ])('%s', (text, email, name) => {
    expect(parseEnrolmentList(text)).toEqual({ people: [{ line: 1, email, name }], bad: [] })
  })

  it('passes over blank lines and a heading, and names lines as pasted', () => {
    expect(parseEnrolmentList('email,name\r\n\r\na@example.edu,A\r\nb@example.edu,B').people).toEqual([
      { line: 3, email: 'a@example.edu', name: 'A' },
      { line: 4, email: 'b@example.edu', name: 'B' },
    ])
  })

  it('says which lines it could not use', () => {
    const { people, bad } = parseEnrolmentList('a@example.edu\nsomebody\nA@example.edu\nname at the end, no address')
    expect(people).toHaveLength(1)
    expect(bad).toEqual([
      { line: 2, text: 'somebody', problem: 'no-address' },
      { line: 3, text: 'a@example.edu', problem: 'repeated' },
      { line: 4, text: 'name at the end, no address', problem: 'no-address' },
    ])
  })
})
