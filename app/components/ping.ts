/** Rejects while the server cannot be reached. Asked before a page is loaded: the browser's own error has no way back. */
export const ping = (): Promise<Response> => fetch('/api/health', { method: 'HEAD' })
