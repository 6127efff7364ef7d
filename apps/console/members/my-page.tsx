import type { ReactNode } from 'react';
import { useMe } from '../api/me.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { MemberPage } from './member-page.js';

export default function MyPage(): ReactNode {
  const me = useMe();
  if (!me) return <Loading />;
  return me.memberId === null ? <NotFound /> : <MemberPage id={me.memberId} />;
}
