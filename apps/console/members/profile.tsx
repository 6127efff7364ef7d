/** What somebody offers and seeks, what they pledged, and their groups. */
import { Chip, Grid, List, ListItem, Link as MuiLink, Stack, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/Add';
import type { ReactNode } from 'react';
import { NumberInput, required } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName } from '../parts/names.js';
import { Facts, Section } from '../parts/section.js';
import { dayOf, When } from '../parts/when.js';
import { SkillInputs } from './member-inputs.js';
import type { Member, PartProps } from './standing.js';
import type { Membership } from './standing.js';

export default function Profile({ member, standing, past }: PartProps): ReactNode {
  const changeable = !past && !member.erased;
  return (
    <Grid container spacing={2}>
      <Grid size={{ xs: 12, md: 7 }}>
        <Stack spacing={2}>
          <Skills of="offers" member={member} own={standing.own} changeable={changeable} />
          <Skills of="seeks" member={member} own={standing.own} changeable={changeable} />
        </Stack>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }}>
        <Stack spacing={2}>
          <About member={member} own={standing.own} past={past} changeable={changeable} />
          <Memberships memberships={standing.memberships} own={standing.own} past={past} />
        </Stack>
      </Grid>
    </Grid>
  );
}

interface SkillsProps {
  of: 'offers' | 'seeks';
  member: Member;
  own: boolean;
  changeable: boolean;
}

function Skills({ of, member, own, changeable }: SkillsProps): ReactNode {
  const t = useWords();
  const { id } = member;
  const seeks = of === 'seeks';
  const target = { path: { id }, ties: { self: id } };
  return (
    <Section
      title={t(seeks ? 'members.skills.seeks' : 'members.skills.offers')}
      actions={
        changeable && (
          <CommandButton {...target} operation={seeks ? 'seekSkill' : 'offerSkill'} size="small" Icon={AddIcon} label={t(seeks ? 'members.skills.seek' : 'members.skills.offer')} done={t(seeks ? 'members.skills.sought' : 'members.skills.offered')}>
            <SkillInputs of={of} />
          </CommandButton>
        )
      }
    >
      {member[of].length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t(seeks ? (own ? 'members.skills.seeksNone' : 'members.skills.seeksNoneOther') : own ? 'members.skills.offersNone' : 'members.skills.offersNoneOther')}
        </Typography>
      )}
      <List disablePadding aria-label={t(seeks ? 'members.skills.seeks' : 'members.skills.offers')}>
        {member[of].map(({ skill, level }) => (
          <ListItem key={skill} disableGutters divider sx={{ gap: 1, flexWrap: 'wrap', minHeight: 48, '&:last-of-type': { borderBottom: 0 } }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{skill}</Typography>
            <Level level={level} />
            <Stack direction="row" sx={{ ml: 'auto', alignItems: 'center', gap: 1 }}>
              {seeks && (
                <MuiLink component={Link} variant="body2" to={`/members?${new URLSearchParams({ filter: JSON.stringify({ offersSkills: skill }) }).toString()}`} sx={{ py: 1 }}>
                  {t('members.skills.whoOffers')}
                </MuiLink>
              )}
              {changeable && (
                <CommandButton {...target} operation={seeks ? 'endSkillSearch' : 'withdrawSkillOffer'} size="small" variant="text" label={t(seeks ? 'members.skills.end' : 'members.skills.withdraw')} of={skill} done={t(seeks ? 'members.skills.ended' : 'members.skills.withdrawn')} body={() => ({ skill })} />
              )}
            </Stack>
          </ListItem>
        ))}
      </List>
    </Section>
  );
}

/** Five dots, as many of them full as the level says. */
function Level({ level }: { level: number | null }): ReactNode {
  const t = useWords();
  if (level === null) return null;
  return (
    <Stack direction="row" role="img" aria-label={t('members.skills.levelOf', { level })} title={t('members.skills.levelOf', { level })} sx={{ gap: 0.5 }}>
      {[1, 2, 3, 4, 5].map((step) => (
        <Stack key={step} sx={{ width: 10, height: 10, borderRadius: '50%', border: 1, borderColor: 'primary.main', bgcolor: step <= level ? 'primary.main' : 'transparent' }} />
      ))}
    </Stack>
  );
}

function About({ member, own, past, changeable }: { member: Member; own: boolean; past: boolean; changeable: boolean }): ReactNode {
  const t = useWords();
  const { id, email, interests, timeZone, registeredAt, hoursPerMonth, introductionCapacity } = member;
  const target = { path: { id }, ties: { self: id }, size: 'small' as const };
  const pledged = hoursPerMonth === null ? t('members.pledge.none') : hoursPerMonth !== undefined && t('members.pledge.value', { hours: hoursPerMonth });
  const account = useAccountLink(id, !own && !past);
  return (
    <Section
      title={t('members.about')}
      actions={
        changeable && (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <CommandButton {...target} operation="pledgeTime" label={t('members.pledge.title')} text={t('members.pledge.text')} done={t('members.pledge.done')} defaults={{ hoursPerMonth }} body={({ hoursPerMonth: hours }: { hoursPerMonth: number }) => ({ hoursPerMonth: hours })}>
              <NumberInput source="hoursPerMonth" label={t('members.pledge.hours')} min={0} max={744} step="any" validate={required()} />
            </CommandButton>
            <CommandButton {...target} operation="setIntroductionCapacity" label={t('members.capacity.title')} text={t('members.capacity.text')} done={t('members.capacity.done')} defaults={{ capacity: introductionCapacity }} body={({ capacity }: { capacity: number }) => ({ capacity })}>
              <NumberInput source="capacity" label={t('members.capacity.number')} min={0} max={20} step={1} validate={required()} />
            </CommandButton>
          </Stack>
        )
      }
    >
      <Facts
        facts={[
          [t('members.fields.interests'), interests?.join(', ')],
          [t('members.fields.hoursPerMonth'), pledged || undefined],
          [t('members.fields.introductionCapacity'), introductionCapacity],
          [t('members.fields.email'), email],
          [t('members.fields.timeZone'), timeZone],
          [t('members.fields.registeredAt'), <When key="at" at={registeredAt} day />],
          [t('members.fields.account'), account],
        ]}
      />
    </Section>
  );
}

/** How they sign in, for whoever may know. */
function useAccountLink(memberId: string, wanted: boolean): ReactNode {
  const t = useWords();
  const may = useMay();
  const { data } = useRead('listAccounts', { query: { memberId, limit: 1 } }, { enabled: wanted && may('listAccounts') });
  if (!data) return undefined;
  const [account] = data.items;
  if (!account) return t('members.noAccount');
  return (
    <MuiLink component={Link} to={`/accounts/${account.id}/show`}>
      {t(`accounts.status.${account.status}`)}
    </MuiLink>
  );
}

function Memberships({ memberships, own, past }: { memberships: readonly Membership[]; own: boolean; past: boolean }): ReactNode {
  const t = useWords();
  return (
    <Section title={t('members.memberships.title')} actions={past && <Typography variant="caption">{t('members.memberships.today')}</Typography>}>
      {memberships.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t(own ? 'members.memberships.none' : 'members.memberships.noneOther')} {own && <MuiLink component={Link} to="/groups">{t('members.memberships.join')}</MuiLink>}
        </Typography>
      )}
      <List disablePadding>
        {memberships.map(({ id, groupId, role, status, periods, requestedAt }) => (
          <ListItem key={id} disableGutters divider sx={{ display: 'block', py: 1, '&:last-of-type': { borderBottom: 0 } }}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                <GroupName id={groupId} />
              </Typography>
              {status === 'active' ? role === 'facilitator' && <Chip size="small" color="primary" label={t('members.memberships.role.facilitator')} /> : <Chip size="small" variant="outlined" label={t(`members.memberships.status.${status}`)} />}
            </Stack>
            <Typography variant="body2" color="text.secondary">
              {periods.length === 0 && requestedAt ? <When at={requestedAt} day /> : periods.map(({ from, to }) => (to ? t('members.memberships.period', { from: dayOf(from), to: dayOf(to) }) : t('members.memberships.since', { from: dayOf(from) }))).join(', ')}
            </Typography>
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
