import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import ManageAccountsIcon from '@mui/icons-material/ManageAccounts';
import { forwardRef } from 'react';
import { useUserMenu } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useWords } from '../i18n/index.js';

/** The way to one's own account, in the menu of the person. */
export const AccountItem = forwardRef<HTMLLIElement>((props, ref) => {
  const t = useWords();
  const menu = useUserMenu();
  const navigate = useNavigate();
  return (
    <MenuItem
      ref={ref}
      {...props}
      onClick={() => {
        menu?.onClose();
        void navigate('/account');
      }}
    >
      <ListItemIcon>
        <ManageAccountsIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{t('account.title')}</ListItemText>
    </MenuItem>
  );
});
