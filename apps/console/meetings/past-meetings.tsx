import type { ReactNode } from 'react';
import { Meetings } from './meeting-list.js';

export default function PastMeetings(): ReactNode {
  return <Meetings when="past" />;
}
