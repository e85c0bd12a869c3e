import { useEffect, useRef, useState } from 'react'

const pauseMs = 250

/** What is typed into a field that writes to the address: shown at once, sent when the typing pauses. */
export function useTyped(value: string, send: (value: string) => void): [string, (value: string) => void] {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (value !== sent.current) setTyped(value)
    sent.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    typed,
    (next) => {
      setTyped(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        sent.current = next.trim()
        send(sent.current)
      }, pauseMs)
    },
  ]
}
