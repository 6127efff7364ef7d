import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { MemberPage } from './member-page.js';

export default function MemberShow(): ReactNode {
  const { id = '' } = useParams();
  return <MemberPage key={id} id={id} />;
}
