/** What the keys of the queue do. */
export const keyList = {
  move: 'next comment, the one before',
  approve: 'approve',
  hold: 'put back to pending (H as well)',
  spam: 'spam',
  trash: 'trash (T as well)',
  reply: 'reply; in the spam and the trash, restore',
  edit: 'edit (Q as well)',
  relocate: 'move to another chapter',
  undo: 'undo, as often as you like',
  select: 'select',
  range: 'select everything from the last one that was touched',
  chosen: 'the same with all that are selected',
  help: 'this list',
}
