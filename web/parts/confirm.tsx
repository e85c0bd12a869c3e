import type { ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { Box, Ways } from './box.tsx'
import { Button } from './button.tsx'

/** A button that asks first, and says what is going to happen. `stay` is the way back. */
export function Confirm(props: {
  open: string
  /** What the button is called where several of them stand below one another. */
  of?: string
  title: string
  go: string
  stay: string
  onGo: () => void
  children: ReactNode
}) {
  const { open, of, title, go, stay, onGo, children } = props
  return (
    <DialogTrigger>
      <Button {...(of && { 'aria-label': of })}>{open}</Button>
      <Box title={title} isQuestion>
        {(close) => (
          <>
            {children}
            <Ways>
              <Button
                go
                onPress={() => {
                  close()
                  onGo()
                }}
              >
                {go}
              </Button>
              <Button autoFocus onPress={close}>
                {stay}
              </Button>
            </Ways>
          </>
        )}
      </Box>
    </DialogTrigger>
  )
}
