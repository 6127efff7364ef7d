/** People who offer what somebody seeks, with the reasons and the score, and the way to be introduced. */
import { Box, Button, Card, CardContent, Collapse, Grid, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import HandshakeIcon from '@mui/icons-material/Handshake';
import SchoolIcon from '@mui/icons-material/School';
import { useId, useState, type ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Item } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Empty } from '../parts/empty.js';
import { WhyUnread } from '../parts/read.js';
import { SkillInputs } from './member-inputs.js';
import type { Member, PartProps } from './standing.js';

type Suggestion = Item<'learnFrom'>;

/** What each part counts at most; colours of the bar. */
const PARTS = [
  { name: 'skills', most: 50, color: 'primary.main' },
  { name: 'reciprocity', most: 20, color: 'secondary.main' },
  { name: 'availability', most: 15, color: 'info.main' },
  { name: 'notMetRecently', most: 10, color: 'success.main' },
  { name: 'sameDomain', most: 5, color: 'error.main' },
] as const;

export default function LearnFrom({ member, standing, past }: PartProps): ReactNode {
  const t = useWords();
  const read = useRead('learnFrom', { path: { id: member.id }, query: { limit: 20 } });
  const { data } = read;
  if (!data) return read.error ? <WhyUnread of={read} /> : <Skeleton variant="rounded" height={240} />;
  if (data.items.length === 0) return <Nobody member={member} own={standing.own} />;
  return (
    <Stack spacing={2}>
      <Typography variant="body2" color="text.secondary" sx={{ maxWidth: 720 }}>
        {t('members.learnFrom.text')} {past && t('members.learnFrom.today')}
      </Typography>
      <Grid container component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.items.map((suggestion) => (
          <Grid key={suggestion.memberId} component="li" size={{ xs: 12, md: 6 }} sx={{ display: 'grid' }}>
            <Suggested suggestion={suggestion} seekerId={member.id} own={standing.own} />
          </Grid>
        ))}
      </Grid>
    </Stack>
  );
}

function Nobody({ member, own }: { member: Member; own: boolean }): ReactNode {
  const t = useWords();
  const { id, seeks } = member;
  if (seeks.length > 0) return <Empty Icon={SchoolIcon} title={t('members.learnFrom.none')} text={t('members.learnFrom.noneText')} />;
  return (
    <Empty Icon={SchoolIcon} title={t(own ? 'members.learnFrom.noSeeks' : 'members.learnFrom.noSeeksOther')} text={t('members.learnFrom.noSeeksText')}>
      <CommandButton operation="seekSkill" path={{ id }} ties={{ self: id }} variant="contained" label={t('members.skills.seek')} done={t('members.skills.sought')}>
        <SkillInputs of="seeks" />
      </CommandButton>
    </Empty>
  );
}

function Suggested({ suggestion, seekerId, own }: { suggestion: Suggestion; seekerId: string; own: boolean }): ReactNode {
  const t = useWords();
  const { memberId, displayName, score, reasons, parts } = suggestion;
  return (
    <Card variant="outlined">
      <CardContent sx={{ display: 'flex', flexDirection: 'column', height: 1 }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'baseline', gap: 1 }}>
          <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>
            <MuiLink component={Link} to={`/members/${memberId}/show`}>
              {displayName ?? t('members.erased')}
            </MuiLink>
          </Typography>
          <Typography variant="subtitle1" sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>
            {t('members.learnFrom.score', { score })}
          </Typography>
        </Stack>
        <Score parts={parts} />
        <Box component="ul" sx={{ pl: 2.5, my: 1, typography: 'body2' }}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </Box>
        <Box sx={{ mt: 'auto' }}>
          <CommandButton
            operation="suggestIntroduction"
            path={undefined}
            ties={{ self: seekerId }}
            label={t(own ? 'members.introduce.me' : 'members.introduce.them')}
            text={t(own ? 'members.introduce.text' : 'members.introduce.themText')}
            done={t('members.introduce.done')}
            Icon={HandshakeIcon}
            body={({ note }: { note?: string }) => ({ seekerId, teacherId: memberId, ...(note && { note }) })}
          >
            <TextInput source="note" label={t('members.introduce.note')} helperText={t('members.introduce.noteHint')} multiline minRows={2} fullWidth />
          </CommandButton>
        </Box>
      </CardContent>
    </Card>
  );
}

/** A bar of its parts, and in words for whoever wants them. */
function Score({ parts }: { parts: Suggestion['parts'] }): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Box sx={{ mt: 1 }}>
      <Stack direction="row" aria-hidden sx={{ height: 10, borderRadius: 5, overflow: 'hidden', bgcolor: 'action.hover' }}>
        {PARTS.map(({ name, color }) => (
          <Box key={name} sx={{ width: `${parts[name]}%`, bgcolor: color }} />
        ))}
      </Stack>
      <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ ml: -0.5, minHeight: 36 }}>
        {t('members.learnFrom.showParts')}
      </Button>
      <Collapse in={open} id={id} unmountOnExit>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr max-content', columnGap: 1, rowGap: 0.5, alignItems: 'center', typography: 'body2' }}>
          {PARTS.flatMap(({ name, most, color }) => [
            <Box key={`${name}-mark`} aria-hidden sx={{ width: 12, height: 12, borderRadius: 0.5, bgcolor: color }} />,
            <Box key={name} component="dt">
              {t(`members.learnFrom.parts.${name}`)}
            </Box>,
            <Box key={`${name}-value`} component="dd" sx={{ m: 0 }}>
              {t('members.learnFrom.part', { value: parts[name], most })}
            </Box>,
          ])}
        </Box>
      </Collapse>
    </Box>
  );
}
