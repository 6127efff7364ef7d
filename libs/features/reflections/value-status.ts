/** What the action that a reflection is about adds to it. */
import type { ViewDocument } from '#event-sourcing';
import { actsFor, type ActionDocument } from '../actions/actions.events.js';
import { valueStatusOf, type ReflectionDocument } from './reflections.events.js';

/** Joined at read, since an action does not know who reflects on it: applied value is corroborated once that action is completed. */
export const byItsAction = {
  view: 'actions',
  id: ({ value, valueStatus, context }: ReflectionDocument): string | undefined => (value === 'applied' && valueStatus === 'claimed' && context.kind === 'action' ? (context.id ?? undefined) : undefined),
  with(doc: ReflectionDocument, other: ViewDocument): ReflectionDocument {
    const action = other as ActionDocument;
    const acted = action.status === 'completed' && actsFor(action, doc.authorId);
    return { ...doc, valueStatus: valueStatusOf({ value: doc.value, acted, confirmed: doc.confirmedBy.length > 0 }) };
  },
};
