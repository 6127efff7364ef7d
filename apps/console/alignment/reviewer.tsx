import type { ReactNode } from 'react';
import type { Me } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import type { Review } from './score.js';

type By = Review['reviewer'];

export function Reviewer({ by: { kind, id } }: { by: By }): ReactNode {
  const t = useWords();
  return kind === 'member' ? <MemberName id={id} /> : t(`alignment.by.${kind}`);
}

const isMe = ({ kind, id }: By, me: Me): boolean => (kind === 'member' && id === me.memberId) || (kind === 'account' && id === me.accountId);

/** Whether somebody decided a review, or alone scored it: then the review of its appeal is for others. */
export function madeBy({ decision, levels }: Review, me: Me | undefined): boolean {
  if (!me || !decision) return false;
  return isMe(decision.by, me) || (levels.length > 0 && levels.every(({ scoredBy }) => isMe(scoredBy, me)));
}
