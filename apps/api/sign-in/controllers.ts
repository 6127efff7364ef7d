/** Every controller of signing in, and of the mail that it brings about. */
import { CalendarsController } from './calendars.controller.js';
import { KeysController } from './keys.controller.js';
import { AddressChangesController, InvitationsController, PasswordResetsController, SetUpController } from './links.controller.js';
import { MeController } from './me.controller.js';
import { OutboxController } from './outbox.controller.js';
import { ProviderController } from './provider.controller.js';
import { SessionsController } from './sessions.controller.js';

export const signInControllers = [SessionsController, MeController, InvitationsController, PasswordResetsController, AddressChangesController, SetUpController, ProviderController, KeysController, CalendarsController, OutboxController];
