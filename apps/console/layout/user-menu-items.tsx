/** What the menu of the person leads to, beside the colours. */
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import type { SvgIconComponent } from '@mui/icons-material';
import ManageAccountsIcon from '@mui/icons-material/ManageAccounts';
import LogoutIcon from '@mui/icons-material/PowerSettingsNew';
import { forwardRef } from 'react';
import { useLogout, useNotify, useUserMenu } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { endSession } from '../api/auth-provider.js';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';

interface Props {
  Icon: SvgIconComponent;
  label: string;
  onChosen(): void;
}

const Item = forwardRef<HTMLLIElement, Props>(({ Icon, label, onChosen, ...props }, ref) => {
  const menu = useUserMenu();
  return (
    <MenuItem
      ref={ref}
      {...props}
      onClick={() => {
        menu?.onClose();
        onChosen();
      }}
    >
      <ListItemIcon>
        <Icon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{label}</ListItemText>
    </MenuItem>
  );
});

/** The way to one's own account. */
export const AccountItem = forwardRef<HTMLLIElement>((props, ref) => {
  const t = useWords();
  const navigate = useNavigate();
  return <Item ref={ref} {...props} Icon={ManageAccountsIcon} label={t('account.title')} onChosen={() => void navigate('/account')} />;
});

/** Where the service cannot be reached nobody is signed out, and it says so: the browser may not be theirs alone. */
export const SignOutItem = forwardRef<HTMLLIElement>((props, ref) => {
  const t = useWords();
  const accountId = useMe()?.accountId;
  const logout = useLogout();
  const notify = useNotify();
  const signOut = (): void =>
    void endSession(accountId).then(
      () => logout(null, undefined, false),
      () => notify(t('app.notSignedOut'), { type: 'error' }),
    );
  return <Item ref={ref} {...props} Icon={LogoutIcon} label={t('app.signOut')} onChosen={signOut} />;
});
