import type { ReactNode } from 'react'
import { useId } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import style from './box.module.css'

/**
 * A box over the screen that holds all attention; a press beside it or Escape closes it. Within a trigger it opens by
 * itself; elsewhere it is open as long as it is there, and `onClose` says that it is to go.
 */
export function Box(props: {
  title: string
  isQuestion?: boolean
  onClose?: () => void
  children: (close: () => void) => ReactNode
}) {
  const { title, isQuestion = false, onClose, children } = props
  const id = useId()
  const kept = onClose && { isOpen: true, onOpenChange: (isOpen: boolean) => !isOpen && onClose() }
  return (
    <ModalOverlay isDismissable className={style.behind ?? ''} {...kept}>
      <Modal className={style.box ?? ''}>
        <Dialog role={isQuestion ? 'alertdialog' : 'dialog'} aria-labelledby={id} className={style.dialog ?? ''}>
          {({ close }) => (
            <>
              <h2 id={id}>{title}</h2>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The ways out of a box. */
export function Ways({ children }: { children: ReactNode }) {
  return <div className={style.ways}>{children}</div>
}
