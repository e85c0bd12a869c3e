import { useMemo } from 'react'
import { ask } from '../../api.ts'
import { useApi } from '../../workspace-api.ts'

/** A call of the model: JSON in, JSON out. Throws `Problem` where the server refuses. */
export type Call = <Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal) => Promise<Answer>

export function useCall(): Call {
  const { headers } = useApi()
  return useMemo(() => callWith(headers), [headers])
}

function callWith(headers: Record<string, string>): Call {
  return async (method, path, body, signal) => {
    const response = await ask(`/api/v1/${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
    return response.status === 204 ? null : await response.json()
  }
}
