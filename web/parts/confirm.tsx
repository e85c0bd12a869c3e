import { type ReactNode, useId } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button.tsx'
import style from './confirm.module.css'

/** A button that asks first, and says what is going to happen. `stay` is the way back. */
export function Confirm(props: {
  open: string
  title: string
  go: string
  stay: string
  onGo: () => void
  children: ReactNode
}) {
  const { open, title, go, stay, onGo, children } = props
  const id = useId()
  return (
    <DialogTrigger>
      <Button>{open}</Button>
      <ModalOverlay isDismissable className={style.behind ?? ''}>
        <Modal className={style.box ?? ''}>
          <Dialog role="alertdialog" aria-labelledby={id} className={style.dialog ?? ''}>
            {({ close }) => (
              <>
                <h2 id={id}>{title}</h2>
                {children}
                <div className={style.ways}>
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
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
