'use client'
import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'

/** What a server action of next-safe-action answers. */
export interface ActionAnswer<Data> {
  data?: Data
  serverError?: string
  validationErrors?: unknown
}
type Action<Input, Data> = (input: Input) => Promise<ActionAnswer<Data>>

const UNREACHED = 'We could not reach the server. What you typed is still here; please try again.'

/** The first message of each field, from `{ field: { _errors: [message] } }`. */
function messagesOf(errors: unknown): Record<string, string> {
  if (typeof errors !== 'object' || errors === null) return {}
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, value]: [string, unknown]) => {
      const messages = typeof value === 'object' && value !== null && '_errors' in value ? value._errors : null
      const first: unknown = Array.isArray(messages) ? messages[0] : null
      return typeof first === 'string' ? [[field, first]] : []
    }),
  )
}

/** The named controls of a form: text as text, checkboxes as booleans. */
function valuesOf(form: HTMLFormElement): Record<string, string | boolean> {
  const values: Record<string, string | boolean> = {}
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') values[control.name] = control.checked
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      values[control.name] = control.value
  }
  const { '': _unnamed, ...named } = values
  return named
}

/**
 * A form that calls a server action. Nothing typed is ever cleared by an answer; messages go beside their fields, the
 * first wrong field gets the focus, and what belongs to no field is shown as a toast.
 */
export function useActionForm<Input, Data>(
  action: Action<Input, Data>,
  options: { fixed?: Partial<Input>; onSuccess: (data: Data) => void },
) {
  const [pending, start] = useTransition()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    start(async () => {
      // The action parses what it is given; the type only says which fields it expects.
      const input = { ...valuesOf(form), ...options.fixed } as Input
      const answer = await action(input).catch((): ActionAnswer<Data> => ({ serverError: UNREACHED }))
      const messages = messagesOf(answer.validationErrors)
      setErrors(messages)
      const [first] = Object.keys(messages)
      if (first !== undefined) {
        const control = form.elements.namedItem(first)
        if (control instanceof HTMLElement) control.focus()
        else toast.error(messages[first])
      } else if (answer.serverError !== undefined) toast.error(answer.serverError)
      else if (answer.data !== undefined) options.onSuccess(answer.data)
    })
  }
  return { onSubmit, pending, errorOf: (field: keyof Input & string) => errors[field] ?? null }
}

/** Calls an action from a button or a menu; a refusal or a fault is shown as a toast. */
export function useActionCall<Input, Data>(action: Action<Input, Data>, onSuccess: (data: Data) => void) {
  const [pending, start] = useTransition()
  const call = (input: Input) =>
    start(async () => {
      const answer = await action(input).catch((): ActionAnswer<Data> => ({ serverError: UNREACHED }))
      const [message] = Object.values(messagesOf(answer.validationErrors))
      const refusal = message ?? answer.serverError
      if (refusal !== undefined) toast.error(refusal)
      else if (answer.data !== undefined) onSuccess(answer.data)
    })
  return { call, pending }
}
