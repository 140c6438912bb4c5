import { ArrowLeft, Check, Copy, EllipsisVertical, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Specimen, State, States } from './specimen.tsx';

const looks: readonly ButtonLook[] = ['main', 'plain', 'quiet', 'danger'];

/** What does something. */
export function ActionSpecimens() {
  return (
    <>
      <Specimen title="Button" isWide>
        {looks.map((look) => (
          <States key={look}>
            <State name={look}>
              <Button look={look}>Save</Button>
            </State>
            <State name="icon">
              <Button look={look} icon={look === 'danger' ? Trash2 : Plus}>
                Add a team
              </Button>
            </State>
            <State name="hover" as="hover">
              <Button look={look}>Save</Button>
            </State>
            <State name="focus" as="focus">
              <Button look={look}>Save</Button>
            </State>
            <State name="disabled">
              <Button look={look} isDisabled>
                Save
              </Button>
            </State>
            <State name="pending">
              <Button look={look} isPending>
                Save
              </Button>
            </State>
          </States>
        ))}
      </Specimen>
      <Specimen title="Icon button, keys">
        <States>
          <State name="plain">
            <IconButton label="Copy" icon={Copy} />
          </State>
          <State name="hover" as="hover">
            <IconButton label="Copy it" icon={Copy} />
          </State>
          <State name="focus" as="focus">
            <IconButton label="Resolve" icon={Check} keys="E" />
          </State>
          <State name="disabled">
            <IconButton label="Add" icon={Plus} isDisabled />
          </State>
          <State name="danger">
            <IconButton label="Delete" icon={Trash2} tone="danger" />
          </State>
          <State name="mirrors">
            <IconButton label="Back" icon={ArrowLeft} mirrors />
          </State>
          <State name="keys">
            <KeyHint keys="Ctrl K" />
          </State>
        </States>
      </Specimen>
      <Overlays />
    </>
  );
}

function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'confirm' | 'danger'>();
  const [sort, setSort] = useState('waiting');
  const close = () => setOpen(undefined);
  return (
    <Specimen title="Menu, dialog, sheet">
      <States>
        <Menu label="More" trigger={<IconButton label="More" icon={EllipsisVertical} />}>
          <MenuItem id="copy" label="Copy" icon={Copy} keys="C" />
          <MenuItem id="off" label="Not now" isDisabled />
          <MenuLine />
          <MenuChoice title="Order" value={sort} onChange={setSort}>
            <MenuItem id="waiting" label="Longest waiting" />
            <MenuItem id="newest" label="Newest" />
          </MenuChoice>
          <MenuLine />
          <MenuItem id="delete" label="Delete" icon={Trash2} tone="danger" />
        </Menu>
        <Button onPress={() => setOpen('dialog')}>Dialog</Button>
        <Button onPress={() => setOpen('sheet')}>Sheet</Button>
        <Button onPress={() => setOpen('confirm')}>Confirm</Button>
        <Button onPress={() => setOpen('danger')}>Confirm by typing</Button>
      </States>
      <Dialog
        title="A small matter"
        isOpen={open === 'dialog'}
        onOpenChange={close}
        actions={
          <Button look="main" onPress={close}>
            Done
          </Button>
        }
      >
        It is settled here, and then one goes on.
      </Dialog>
      <Sheet title="Beside the page" isOpen={open === 'sheet'} onOpenChange={close}>
        What needs more room than a panel and less than a page.
      </Sheet>
      <ConfirmDialog
        title="Pause the campaign?"
        confirm="Pause"
        isOpen={open === 'confirm'}
        isBusy={false}
        onConfirm={close}
        onClose={close}
      >
        <p>Nothing more goes out until you go on. 120 rows are still waiting.</p>
      </ConfirmDialog>
      <ConfirmDialog
        title="Forget this customer?"
        confirm="Forget for good"
        isDanger
        typed="Ana Prueba"
        failure="It could not be done: the line is down. Try again."
        isOpen={open === 'danger'}
        isBusy={false}
        onConfirm={close}
        onClose={close}
      >
        <p>All that was written, and every number and name, is erased. It cannot be brought back.</p>
      </ConfirmDialog>
    </Specimen>
  );
}
