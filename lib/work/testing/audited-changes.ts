import { db } from '@/lib/db/client'
import { aComment, anActor, anEdition, versionOf } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { deleteForGood } from '@/lib/moderation/deletion/commands'
import { editComment, undoEdit } from '@/lib/moderation/edits/commands'
import { moveBack, moveToChapter } from '@/lib/moderation/relocation/commands'
import type { Case } from './audited-own'

const content = { name: 'Rea', url: '', text: 'I liked this.' }
const version = versionOf(content)

/** What the staff changes of comments, beside their state. */
export const casesOfChanges: Case[] = [
  {
    command: 'editComment',
    kind: 'comment-edited',
    act: async (actor) =>
      editComment(actor, {
        ...content,
        commentId: (await aComment()).id,
        version,
        text: 'Rea liked nothing',
      }),
  },
  {
    command: 'undoEdit',
    kind: 'comment-edited',
    act: async (actor) => {
      const { id: commentId } = await aComment()
      const after = { name: 'Rea', url: null, text: 'I liked this.' }
      const before = { ...after, text: 'I liked nothing' }
      const edit = { id: newId(), commentId, byId: (await anActor()).id, before, after }
      await db.commentEdit.create({ data: edit })
      return undoEdit(actor, { editId: edit.id })
    },
  },
  {
    command: 'moveToChapter',
    kind: 'comment-moved',
    act: async (actor) => {
      const { id: commentId, editionId: seenId } = await aComment()
      return moveToChapter(actor, { commentId, seenId, editionId: (await anEdition()).editionId })
    },
  },
  {
    command: 'moveBack',
    kind: 'comment-moved',
    act: async (actor) => {
      const { id: commentId, editionId: toEditionId } = await aComment()
      const moved = { moveId: newId(), commentId, byId: (await anActor()).id, toEditionId, isFirst: true }
      await db.commentRelocation.create({
        data: { ...moved, fromEditionId: (await anEdition()).editionId },
      })
      return moveBack(actor, { moveId: moved.moveId })
    },
  },
  {
    command: 'deleteForGood',
    kind: 'comment-deleted',
    act: async (actor) =>
      deleteForGood(actor, { commentId: (await aComment({ status: 'trash' })).id, version }),
  },
]
