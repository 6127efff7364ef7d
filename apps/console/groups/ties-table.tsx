import { Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';
import { hours } from '../parts/when.js';
import type { Network } from './network.js';

export function TiesTable({ ties, nameOf }: Network): ReactNode {
  const t = useWords();
  const sorted = ties.toSorted((a, b) => nameOf(a.learnerId).localeCompare(nameOf(b.learnerId)) || nameOf(a.teacherId).localeCompare(nameOf(b.teacherId)));
  return (
    <TableContainer>
      <Table size="small" aria-label={t('groups.learning.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('groups.learning.learner')}</TableCell>
            <TableCell>{t('groups.learning.teacher')}</TableCell>
            <TableCell align="right">{t('groups.learning.reflections')}</TableCell>
            <TableCell align="right">{t('groups.learning.exchanges')}</TableCell>
            <TableCell align="right">{t('groups.learning.hours')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map(({ learnerId, teacherId, reflections, exchanges, minutes }) => (
            <TableRow key={`${learnerId} ${teacherId}`}>
              {[learnerId, teacherId].map((id) => (
                <TableCell key={id}>
                  <MuiLink component={Link} to={`/members/${id}/show`}>
                    {nameOf(id)}
                  </MuiLink>
                </TableCell>
              ))}
              <TableCell align="right">{reflections}</TableCell>
              <TableCell align="right">{exchanges}</TableCell>
              <TableCell align="right">{minutes > 0 ? hours(minutes) : '—'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
