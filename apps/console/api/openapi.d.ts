// Generated from the OpenAPI document by scripts/client.mjs.
export interface paths {
    "/api/public/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/directory/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readDirectoryEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccounts"];
        put?: never;
        post: operations["inviteAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/grant-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/remove-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/renew-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/request-address-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestAddressChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/revoke-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/stop-address-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopAddressChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listActions"];
        put?: never;
        post: operations["commitAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["completeAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dropAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/renegotiate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renegotiateAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-changes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-changes/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["consentToAddressChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-changes/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stopAddressChangeByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-formulas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAlignmentFormulas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAlignmentReviews"];
        put?: never;
        post: operations["openReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readAlignmentReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appealDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditAlignmentReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["previewDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment-reviews/{id}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["scoreCriterion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAttendances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCalendars"];
        put?: never;
        post: operations["subscribeCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["followChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["summariseEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listGroups"];
        put?: never;
        post: operations["foundGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["describeGroup"];
        trace?: never;
    };
    "/api/v1/groups/{id}/adopt-charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adoptCharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archiveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/assign-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readGroupHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["leaveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readGroupNetwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/trust-pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answerTrustPulse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHelpExchanges"];
        put?: never;
        post: operations["recordHelp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readHelpExchange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-exchanges/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmHelp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-exchanges/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disputeHelp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["offerHelp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/help-offers/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dryRunImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIntroductions"];
        put?: never;
        post: operations["suggestIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/introductions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readIntroduction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/introductions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/introductions/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["declineIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["redeemInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listKeys"];
        put?: never;
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLearners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/learners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readLearner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestOwnAddressChange"];
        delete: operations["stopOwnAddressChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPreferences"];
        put?: never;
        post: operations["keepPreferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOwnProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["unlinkProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/re-authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reAuthenticate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["renewOwnRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["beginSecondFactor"];
        delete: operations["removeOwnSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMeetingSeries"];
        put?: never;
        post: operations["planSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMeetingSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-series/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changeSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-series/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-series/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["extendSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMeetings"];
        put?: never;
        post: operations["scheduleMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["rescheduleMeeting"];
        trace?: never;
    };
    "/api/v1/meetings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readCheckInCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/correct-attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/give-rsvp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["giveRsvp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/receive-apology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["receiveApology"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/record-attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recordAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMemberBlockList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMembers"];
        put?: never;
        post: operations["registerMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/api/v1/members/{id}/access-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAccessRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["blockMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/end-skill-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endSkillSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/learn-from": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["learnFrom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/offer-skill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["offerSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/pledge-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pledgeTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/seek-skill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["seekSkill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/set-introduction-capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setIntroductionCapacity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/unblock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unblockMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/withdraw-skill-offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawSkillOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMemberships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMembership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/parked/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/views/{name}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rebuildView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["redeemPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["signInThroughProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["returnFromProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["linkProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReflections"];
        put?: never;
        post: operations["recordReflection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readReflection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["reviseReflection"];
        trace?: never;
    };
    "/api/v1/reflections/{id}/confirm-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmReflectionValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflections/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["shareReflection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflections/{id}/value-story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readValueStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reflections/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawReflection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revealPersonalData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endAllSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["giveSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStories"];
        put?: never;
        post: operations["tellStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["reviseStory"];
        trace?: never;
    };
    "/api/v1/stories/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acknowledgeStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stories/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust-pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTrustPulseQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust-pulses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTrustPulses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust-pulses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTrustPulse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptIntroduction: {
            /** Format: uuid */
            memberId: string;
        };
        AccessRecords: {
            items: {
                address?: string;
                byKey: boolean;
                /** @enum {string} */
                concerns: "this member" | "everybody";
                count: number;
                /** Format: date-time */
                firstAt: string;
                id: string;
                /** @enum {string} */
                kind: "member" | "account" | "key" | "system";
                /** Format: date-time */
                lastAt: string;
                reason: string | null;
                role: string;
                /** @enum {string} */
                what: "page" | "timeline" | "progress" | "learn-from" | "reveal" | "export";
                who: string;
            }[];
            next: string | null;
        };
        Account: {
            email?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            invitedAt: string;
            memberId: string | null;
            noticeEnds?: string | null;
            openedAt: string | null;
            pendingEmail?: string | null;
            providers: string[];
            roles: ("administrator" | "auditor")[];
            secondFactor: boolean;
            /** @enum {string} */
            status: "invited" | "open" | "disabled";
        };
        AcknowledgeStory: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            took: string;
        };
        Action: {
            /** Format: date-time */
            committedAt: string;
            details: string | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date */
            dueOn: string;
            endedAt: string | null;
            groupId: string | null;
            helperIds: string[];
            /** Format: uuid */
            id: string;
            meetingId: string | null;
            memberIds: string[];
            outcome: string | null;
            /** Format: uuid */
            ownerId: string;
            reason: string | null;
            reflectionId?: string | null;
            renegotiated: {
                /** Format: date-time */
                at: string;
                /** Format: date */
                from: string;
                reason: string | null;
                /** Format: date */
                to: string;
            }[];
            /** @enum {string} */
            status: "open" | "completed" | "dropped";
            timeZone: string;
            title: string | null;
        };
        AdoptCharter: {
            domain?: string[];
            occurredAt?: components["schemas"]["Instant"];
            practice?: string;
            purpose: string;
        };
        Agenda: {
            actions: {
                /** Format: uuid */
                actionId: string;
                due: boolean;
                /** Format: date */
                dueOn: string;
                helperIds: string[];
                /** Format: uuid */
                ownerId: string;
                ownerName: string | null;
                renegotiations: number;
                title: string | null;
            }[];
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            meetingId: string;
            /** Format: date-time */
            startsAt: string;
        };
        AlignmentAudit: {
            agrees: boolean;
            parts: {
                agrees: boolean;
                part: string;
                recomputed: unknown;
                stored: unknown;
            }[];
        };
        AlignmentFormulas: {
            items: {
                alignedFrom: number;
                blocksUpTo: number;
                criteria: {
                    /** @enum {string} */
                    criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
                    star: boolean;
                    weight: number;
                }[];
                emergingFrom: number;
                evidence: {
                    from: number;
                    withoutCountsAs: number;
                };
                explainAbove: number;
                highestLevel: number;
                least: {
                    meetings: number;
                    members: number;
                    ratios: number;
                };
                monthsInForce: number;
                percent: {
                    judged: number;
                    observed: number;
                };
                version: number;
                windowDays: number;
            }[];
            next: null;
        };
        AlignmentReview: {
            appeal: {
                /** Format: date-time */
                at: string;
                reason: string | null;
            } | null;
            appealOf: string | null;
            decision: {
                activeMembers: number;
                /** Format: date-time */
                at: string;
                blockedBy: ("learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected")[];
                by: {
                    id: string;
                    /** @enum {string} */
                    kind: "member" | "account" | "key" | "system";
                };
                explanation: string | null;
                judged: number;
                meetings: number;
                observed: number | null;
                provisional: boolean;
                ratios: {
                    denominator: number;
                    /** @enum {string} */
                    name: "hoursAttended" | "attendancesReflectedOn" | "membersGivingHelp" | "membersGivingAndReceiving" | "dueActionsCompleted";
                    numerator: number;
                }[];
                score: number;
                /** Format: date-time */
                until: string;
                /** @enum {string} */
                verdict: "aligned" | "emerging" | "notYet";
                window: {
                    /** Format: date-time */
                    before: string;
                    /** Format: date-time */
                    from: string;
                };
            } | null;
            formulaVersion: number;
            /** Format: uuid */
            groupId: string;
            history: {
                counted: number;
                /** @enum {string} */
                criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
                evidence: ({
                    /** Format: uuid */
                    eventId: string;
                    /** @constant */
                    kind: "event";
                } | {
                    /** @constant */
                    kind: "document";
                    title: string;
                    /** Format: uri */
                    url: string;
                })[];
                level: number;
                note: string | null;
                /** Format: date-time */
                scoredAt: string;
                scoredBy: {
                    id: string;
                    /** @enum {string} */
                    kind: "member" | "account" | "key" | "system";
                };
            }[];
            /** Format: uuid */
            id: string;
            inForceUntil: string | null;
            levels: {
                counted: number;
                /** @enum {string} */
                criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
                evidence: ({
                    /** Format: uuid */
                    eventId: string;
                    /** @constant */
                    kind: "event";
                } | {
                    /** @constant */
                    kind: "document";
                    title: string;
                    /** Format: uri */
                    url: string;
                })[];
                level: number;
                note: string | null;
                /** Format: date-time */
                scoredAt: string;
                scoredBy: {
                    id: string;
                    /** @enum {string} */
                    kind: "member" | "account" | "key" | "system";
                };
            }[];
            /** Format: date-time */
            openedAt: string;
            reviewer: {
                id: string;
                /** @enum {string} */
                kind: "member" | "account" | "key" | "system";
            };
            /** @enum {string} */
            status: "open" | "decided" | "appealed" | "replaced";
        };
        AnswerTrustPulse: {
            asking: number;
            confidences: number;
            mistakes: number;
            promises: number;
        };
        AppealDecision: {
            reason: string;
        };
        ApproveRequest: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
        };
        ArchiveGroup: {
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
        };
        AssignRole: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
            /** @enum {string} */
            role: "member" | "facilitator";
        };
        Attendance: {
            apology: {
                reason: string | null;
                /** Format: date-time */
                receivedAt: string;
            } | null;
            cancelled: boolean;
            corrections: {
                /** Format: date-time */
                correctedAt: string;
                /** Format: uuid */
                eventId: string;
                from: {
                    minutes?: number;
                    /** @enum {string} */
                    outcome: "present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected";
                } | null;
                reason: string | null;
                to: {
                    minutes?: number;
                    /** @enum {string} */
                    outcome: "present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected";
                };
            }[];
            /** Format: uuid */
            groupId: string;
            how: ("rollCall" | "code" | "import" | "api") | null;
            id: string;
            /** Format: uuid */
            meetingId: string;
            /** Format: uuid */
            memberId: string;
            minutes: number | null;
            outcome: ("present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected") | null;
            rsvp: {
                /** Format: date-time */
                firstGivenAt: string;
                /** Format: date-time */
                givenAt: string;
                guests: number;
                /** @enum {string} */
                response: "yes" | "no" | "maybe" | "waitlist";
            } | null;
            /** Format: date-time */
            startsAt: string;
        };
        BlockMember: {
            /** Format: uuid */
            blockedMemberId: string;
        };
        CalendarList: {
            items: {
                /** Format: date-time */
                createdAt: string;
                groupId: string | null;
                /** Format: uuid */
                id: string;
            }[];
        };
        CancelMeeting: {
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
        };
        ChangePassword: {
            currentPassword: string;
            password: string;
        };
        ChangeProfile: {
            displayName?: string;
            email?: string | null;
            interests?: string[] | null;
            timeZone?: components["schemas"]["TimeZone"] | null;
        };
        ChangeSeries: {
            durationMinutes?: number;
            /** Format: date */
            from: string;
            mode?: ("inPerson" | "online" | "both") | null;
            /** @enum {number} */
            nth?: 1 | 2 | 3 | 4 | -1;
            place?: string | null;
            startTime?: string;
            title?: string;
            /** @enum {string} */
            weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        };
        CheckedIn: {
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            meetingId: string;
            /** @enum {string} */
            outcome: "present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected";
            position: string;
            title: string;
        };
        CheckIn: {
            code: string;
        };
        CheckInCode: {
            changesAt: string | null;
            /** Format: date-time */
            closesAt: string;
            code: string | null;
            /** Format: uuid */
            meetingId: string;
            /** Format: date-time */
            opensAt: string;
        };
        CloseMeeting: {
            /** @default [] */
            absent?: string[];
            /**
             * @default api
             * @enum {string}
             */
            how?: "rollCall" | "code" | "import" | "api";
            /** @default [] */
            leaveOpen?: string[];
        };
        CommitAction: {
            details?: string;
            /** Format: date */
            dueOn: string;
            /** Format: uuid */
            groupId?: string;
            /** @default [] */
            helperIds?: string[];
            /** Format: uuid */
            meetingId?: string;
            occurredAt?: components["schemas"]["Instant"];
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            reflectionId?: string;
            timeZone?: components["schemas"]["TimeZone"];
            title: string;
        };
        CompleteAction: {
            occurredAt?: components["schemas"]["Instant"];
            outcome: string;
        };
        ConfirmAddress: {
            token: string;
        };
        ConfirmHelp: {
            /** Format: uuid */
            memberId: string;
        };
        ConfirmReflectionValue: {
            /** Format: uuid */
            memberId: string;
        };
        ConfirmSecondFactor: {
            code: string;
        };
        ConsentToAddressChange: {
            token: string;
        };
        CorrectAttendance: {
            /** Format: uuid */
            memberId: string;
            minutes?: number;
            /** @enum {string} */
            outcome: "present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected";
            reason: string;
        };
        CreateKey: {
            /** @default 90 */
            days?: number;
            name: string;
            reason?: string;
            /** @enum {string} */
            role?: "admin" | "auditor" | "integrator";
            scopes?: ("members:read" | "members:write" | "groups:read" | "groups:write" | "memberships:read" | "memberships:write" | "meetings:read" | "meetings:write" | "reflections:read" | "reflections:write" | "help-exchanges:read" | "help-exchanges:write" | "actions:read" | "actions:write" | "stories:read" | "stories:write" | "introductions:read" | "introductions:write" | "alignment-reviews:read" | "alignment-reviews:write" | "trust-pulses:read" | "trust-pulses:write" | "timelines:read" | "group-health:read" | "accounts:read" | "roles:write" | "keys:read" | "keys:write" | "access-records:read" | "events:read" | "events:personal" | "events:export" | "operations:read" | "operations:write" | "imports:write")[];
        };
        DecideReview: {
            explanation?: string;
        };
        DecisionPreview: {
            activeMembers: number;
            apart: number | null;
            blockedBy: ("learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected")[];
            judged: number;
            meetings: number;
            missing: ("learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected")[];
            mustExplain: boolean;
            observed: number | null;
            provisional: boolean;
            ratios: {
                denominator: number;
                /** @enum {string} */
                name: "hoursAttended" | "attendancesReflectedOn" | "membersGivingHelp" | "membersGivingAndReceiving" | "dueActionsCompleted";
                numerator: number;
            }[];
            score: number;
            /** @enum {string} */
            verdict: "aligned" | "emerging" | "notYet";
            window: {
                /** Format: date-time */
                before: string;
                /** Format: date-time */
                from: string;
            };
        };
        DeclineIntroduction: {
            /** Format: uuid */
            memberId: string;
            reason?: string;
        };
        DeclineRequest: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
        };
        DescribeGroup: {
            listed?: boolean;
            name?: string;
            place?: {
                latitude?: number;
                longitude?: number;
                text: string;
            } | null;
            timeZone?: components["schemas"]["TimeZone"];
        };
        Directory: {
            items: {
                alignment: {
                    criteria: {
                        /** @enum {string} */
                        criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
                        level: number;
                    }[];
                    /** Format: date-time */
                    decidedAt: string;
                    explanation: string[];
                    judged: number;
                    observed: number | null;
                    provisional: boolean;
                    ratios: {
                        /** @enum {string} */
                        name: "hoursAttended" | "attendancesReflectedOn" | "membersGivingHelp" | "membersGivingAndReceiving" | "dueActionsCompleted";
                        share: number;
                    }[];
                    score: number;
                    /** Format: date-time */
                    until: string;
                    /** @enum {string} */
                    verdict: "aligned" | "emerging";
                };
                charter: {
                    domain: string[];
                    practice: string | null;
                    purpose: string;
                } | null;
                distanceKm?: number;
                /** Format: uuid */
                id: string;
                name: string;
                place: {
                    latitude?: number;
                    longitude?: number;
                    text: string;
                } | null;
                timeZone: string;
            }[];
            next: string | null;
        };
        DirectoryEntry: {
            alignment: {
                criteria: {
                    /** @enum {string} */
                    criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
                    level: number;
                }[];
                /** Format: date-time */
                decidedAt: string;
                explanation: string[];
                judged: number;
                observed: number | null;
                provisional: boolean;
                ratios: {
                    /** @enum {string} */
                    name: "hoursAttended" | "attendancesReflectedOn" | "membersGivingHelp" | "membersGivingAndReceiving" | "dueActionsCompleted";
                    share: number;
                }[];
                score: number;
                /** Format: date-time */
                until: string;
                /** @enum {string} */
                verdict: "aligned" | "emerging";
            };
            charter: {
                domain: string[];
                practice: string | null;
                purpose: string;
            } | null;
            distanceKm?: number;
            /** Format: uuid */
            id: string;
            name: string;
            place: {
                latitude?: number;
                longitude?: number;
                text: string;
            } | null;
            timeZone: string;
        };
        DisableAccount: {
            reason?: string;
        };
        DisputeHelp: {
            /** Format: uuid */
            memberId: string;
            reason: string;
        };
        DropAction: {
            occurredAt?: components["schemas"]["Instant"];
            reason: string;
        };
        DryRunImport: {
            batches: {
                /** @enum {string} */
                kind: "groups" | "members" | "memberships" | "meetings" | "rsvps" | "attendance";
                rows: {
                    [key: string]: string;
                }[];
            }[];
        };
        EnableAccount: {
            reason?: string;
        };
        EndSeries: {
            /** Format: date */
            from: string;
            reason?: string;
        };
        EndSkillSearch: {
            occurredAt?: components["schemas"]["Instant"];
            skill: string;
        };
        Event: {
            actorid?: string;
            /** @enum {string} */
            actorkind?: "member" | "account" | "key" | "system";
            actorrole?: string;
            actorvia?: string;
            causationid?: string;
            commandid?: string;
            correlationid?: string;
            data?: {
                [key: string]: unknown;
            };
            /** @constant */
            datacontenttype?: "application/json";
            /** Format: uuid */
            id: string;
            masked?: string[];
            position: string;
            /** Format: date-time */
            recordedtime: string;
            revision?: number;
            schemaversion?: number;
            source: string;
            /** @constant */
            specversion: "1.0";
            subject?: string;
            /** Format: date-time */
            time: string;
            type: string;
            /** @constant */
            withheld?: true;
        };
        EventSummary: {
            buckets: {
                count: number;
                /** Format: date-time */
                from: string;
                position: string;
            }[];
            complete: boolean;
            first: string | null;
            last: string | null;
            total: number;
            types: {
                count: number;
                type: string;
            }[];
        };
        ExtendSeries: {
            /** Format: date */
            until: string;
        };
        FoundGroup: {
            charter?: {
                domain?: string[];
                practice?: string;
                purpose: string;
            };
            name: string;
            occurredAt?: components["schemas"]["Instant"];
            timeZone: components["schemas"]["TimeZone"];
        };
        GiveRsvp: {
            firstGivenAt?: components["schemas"]["Instant"];
            /** @default 0 */
            guests?: number;
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            /** @enum {string} */
            response: "yes" | "no" | "maybe" | "waitlist";
        };
        GiveSecondFactor: {
            code?: string;
            recoveryCode?: string;
        };
        GrantRole: {
            reason?: string;
            /** @enum {string} */
            role: "administrator" | "auditor";
        };
        Group: {
            archivedAt: string | null;
            archiveReason?: string | null;
            charter: {
                /** Format: date-time */
                adoptedAt: string;
                domain: string[];
                practice: string | null;
                purpose: string;
                version: number;
            } | null;
            charterVersions: number;
            /** Format: date-time */
            foundedAt: string;
            /** Format: uuid */
            id: string;
            listed: boolean;
            name: string;
            place: {
                latitude?: number;
                longitude?: number;
                text: string;
            } | null;
            /** @enum {string} */
            status: "active" | "archived";
            timeZone: string;
        };
        GroupHealth: {
            actions: {
                done: number;
                due: number;
                open: number;
                overdue: number;
                windowDays: number;
            };
            alignment: {
                /** Format: date-time */
                at: string;
                inForce: boolean;
                provisional: boolean;
                /** Format: uuid */
                reviewId: string;
                score: number;
                /** Format: date-time */
                until: string;
                /** @enum {string} */
                verdict: "aligned" | "emerging" | "notYet";
            } | null;
            /** Format: uuid */
            groupId: string;
            help: {
                exchanges: number;
                hoursGiven: number;
                hoursReceived: number;
                membersGiving: number;
                membersGivingAndReceiving: number;
                membersReceiving: number;
                windowDays: number;
            };
            members: {
                active: number;
                facilitators: number;
            };
            moment: {
                /** Format: date-time */
                occurredBefore?: string;
                position?: string;
                /** Format: date-time */
                recordedBefore?: string;
            };
            months: {
                active: number;
                apologised: number;
                attendanceRate: number | null;
                came: number;
                commitmentRate: number | null;
                expected: number;
                hoursGiven: number;
                hoursReceived: number;
                joined: number;
                left: number;
                meetings: number;
                month: string;
                reflectedOn: number;
                reflectionRate: number | null;
            }[];
            northStar: {
                activeMembers: number;
                share: number | null;
                there: number;
                windowDays: number;
            };
            stories: {
                acknowledgedLately: number;
                told: number;
                toldLately: number;
                windowDays: number;
            };
            timeZone: string;
        };
        GroupNetwork: {
            /** Format: uuid */
            groupId: string;
            moment: {
                /** Format: date-time */
                occurredBefore?: string;
                position?: string;
                /** Format: date-time */
                recordedBefore?: string;
            };
            names: {
                [key: string]: string | null;
            };
            ties: {
                exchanges: number;
                /** Format: uuid */
                learnerId: string;
                minutes: number;
                reflections: number;
                /** Format: uuid */
                teacherId: string;
            }[];
        };
        HelpExchange: {
            confirmedBy: string[];
            disputes: {
                /** Format: date-time */
                disputedAt: string;
                /** Format: uuid */
                memberId: string;
                reason: string | null;
            }[];
            givenAt: string | null;
            /** Format: uuid */
            giverId: string;
            groupId: string | null;
            /** Format: date-time */
            happenedAt: string;
            /** Format: uuid */
            id: string;
            meetingId: string | null;
            memberIds: string[];
            minutes: number | null;
            note: string | null;
            receiverIds: string[];
            skill: string | null;
            /** @enum {string} */
            status: "offered" | "withdrawn" | "recorded" | "confirmed" | "disputed";
        };
        ImportedRows: {
            recorded: {
                [key: string]: number;
            };
            results: {
                faults?: {
                    column: string;
                    reason: string;
                }[];
                index: number;
                /** @enum {string} */
                outcome: "recorded" | "repeated" | "refused";
            }[];
        };
        ImportRows: {
            batch: {
                /** @enum {string} */
                kind: "groups" | "members" | "memberships" | "meetings" | "rsvps" | "attendance";
                rows: {
                    [key: string]: string;
                }[];
            };
        };
        /** Format: date-time */
        Instant: string;
        Introduction: {
            acceptedBy: string[];
            declinedBy: string | null;
            declineReason?: string | null;
            groupId: string | null;
            /** Format: uuid */
            id: string;
            memberIds: string[];
            note: string | null;
            parts?: {
                availability: number;
                notMetRecently: number;
                reciprocity: number;
                sameDomain: number;
                skills: number;
            } | null;
            reasonsForSeeker?: string[];
            reasonsForTeacher?: string[];
            score?: number | null;
            /** Format: uuid */
            seekerId: string;
            settledAt: string | null;
            skills: string[];
            /** @enum {string} */
            status: "suggested" | "accepted" | "declined";
            /** Format: date-time */
            suggestedAt: string;
            /** Format: uuid */
            teacherId: string;
        };
        InviteAccount: {
            /** Format: email */
            email: string;
            /** Format: uuid */
            memberId?: string;
            reason?: string;
            /** @enum {string} */
            role?: "administrator" | "auditor";
        };
        JoinGroup: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
        };
        KeepPreferences: {
            changes: {
                name: string;
                value: string | null;
            }[];
        };
        Keys: {
            items: {
                accountId: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                expiresAt: string;
                /** Format: uuid */
                id: string;
                lastUsedAt?: string | null;
                lastUsedFrom?: string | null;
                memberId: string | null;
                name: string;
                prefix: string;
                revokedAt: string | null;
                role: ("admin" | "auditor" | "integrator") | null;
                scopes: string[] | null;
            }[];
            next: string | null;
        };
        Learner: {
            /** Format: uuid */
            id: string;
            lastAt: string | null;
            ties: {
                exchanges: number;
                minutes: number;
                reflections: number;
                /** Format: uuid */
                teacherId: string;
            }[];
        };
        LeaveGroup: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
        };
        LinkProvider: {
            /** @default / */
            returnTo?: string;
        };
        MadeCalendar: {
            address: string;
            /** Format: date-time */
            createdAt: string;
            groupId: string | null;
            /** Format: uuid */
            id: string;
        };
        MadeKey: {
            accountId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            memberId: string | null;
            name: string;
            prefix: string;
            role: ("admin" | "auditor" | "integrator") | null;
            scopes: string[] | null;
            secret: string;
        };
        Me: {
            /** Format: uuid */
            accountId: string;
            /** Format: date-time */
            authenticatedUntil: string;
            email: string | null;
            facilitates: string[];
            groups: string[];
            memberId: string | null;
            mustHaveSecondFactor: boolean;
            noticeEnds: string | null;
            pendingEmail: string | null;
            providers: string[];
            recoveryCodesLeft: number | null;
            roles: ("administrator" | "auditor")[];
            secondFactor: boolean;
            /** Format: uuid */
            sessionId: string;
            /** @enum {string} */
            stage: "signed-in" | "second-factor" | "enrol";
        };
        Meeting: {
            attendance: {
                absent: number;
                apologised: number;
                late: number;
                notExpected: number;
                present: number;
                substitute: number;
                visitor: number;
            };
            cancelled: boolean;
            endsAt: string | null;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            localEnd: string | null;
            localStart: string;
            mode: ("inPerson" | "online" | "both") | null;
            occurrence: string | null;
            place: string | null;
            rsvps: {
                guests: number;
                maybe: number;
                no: number;
                waitlist: number;
                yes: number;
            };
            seriesId: string | null;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "closed";
            timeZone: string;
            title: string;
        };
        MeetingSeries: {
            changedFrom: string | null;
            durationMinutes: number;
            endedFrom: string | null;
            /** Format: date */
            from: string;
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            id: string;
            mode: ("inPerson" | "online" | "both") | null;
            place: string | null;
            /** Format: date-time */
            plannedAt: string;
            rule: {
                /** @constant */
                frequency: "weekly";
                interval: number;
                /** @enum {string} */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            } | {
                /** @constant */
                frequency: "monthly";
                interval: number;
                /** @enum {number} */
                nth: 1 | 2 | 3 | 4 | -1;
                /** @enum {string} */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            startTime: string;
            timeZone: string;
            title: string;
            /** Format: date */
            until: string;
        };
        Member: {
            displayName: string | null;
            email?: string | null;
            erased: boolean;
            hoursPerMonth?: number | null;
            /** Format: uuid */
            id: string;
            interests: string[] | null;
            introductionCapacity?: number;
            offers: {
                level: number | null;
                skill: string;
            }[];
            /** Format: date-time */
            registeredAt: string;
            seeks: {
                level: number | null;
                skill: string;
            }[];
            timeZone: string | null;
        };
        MemberBlockList: {
            blockedMemberIds: string[];
            /** Format: uuid */
            id: string;
        };
        Membership: {
            /** Format: uuid */
            groupId: string;
            id: string;
            joinedAt: string | null;
            leftAt: string | null;
            /** Format: uuid */
            memberId: string;
            periods: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to?: string;
            }[];
            reason?: string | null;
            requestedAt: string | null;
            /** @enum {string} */
            role: "member" | "facilitator";
            /** @enum {string} */
            status: "requested" | "declined" | "active" | "left";
        };
        NewSecondFactor: {
            secret: string;
            uri: string;
        };
        NotSeenYet: {
            id: string;
            /** @constant */
            status: "not-seen-yet";
        };
        OfferHelp: {
            /** Format: uuid */
            giverId: string;
            /** Format: uuid */
            groupId?: string;
            minutes?: number;
            note?: string;
            occurredAt?: components["schemas"]["Instant"];
            receiverIds: string[];
            skill?: string;
        };
        OfferSkill: {
            level?: number;
            occurredAt?: components["schemas"]["Instant"];
            skill: string;
        };
        OpenReview: {
            /** Format: uuid */
            appealOf?: string;
            /** Format: uuid */
            groupId: string;
        };
        Operations: {
            fault: string | null;
            head: string;
            parked: {
                collection: string;
                error: string;
                /** Format: uuid */
                eventId: string;
                id: string;
                position: string;
                type: string;
                waiting: number;
            }[];
            ready: boolean;
            views: {
                building: boolean;
                here: boolean;
                lag: number;
                name: string;
                parked: number;
                position: string;
                rebuilt: string | null;
                writer: {
                    instance: string | null;
                    since: string | null;
                    until: string | null;
                } | null;
            }[];
            workers: {
                here: boolean;
                instance: string | null;
                since: string | null;
                views: number;
            }[] | null;
        };
        Outbox: {
            delivery: ("server" | "folder" | "none") | null;
            oldest: {
                reason: string | null;
                /** Format: date-time */
                since: string;
                tries: number;
            } | null;
            waiting: number;
        };
        Outcome: {
            events: {
                /** Format: uuid */
                id: string;
                type: string;
            }[];
            id: string;
            position: components["schemas"]["Position"];
            results?: {
                /** Format: uuid */
                id?: string;
                index: number;
                /** @enum {unknown} */
                outcome: "recorded" | "unchanged" | "refused";
                problem?: components["schemas"]["Problem"];
            }[];
        };
        PlanSeries: {
            durationMinutes: number;
            /** Format: date */
            from: string;
            /** Format: uuid */
            groupId: string;
            /** @enum {string} */
            mode?: "inPerson" | "online" | "both";
            place?: string;
            rule: {
                /** @constant */
                frequency: "weekly";
                interval: number;
                /** @enum {string} */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            } | {
                /** @constant */
                frequency: "monthly";
                interval: number;
                /** @enum {number} */
                nth: 1 | 2 | 3 | 4 | -1;
                /** @enum {string} */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            startTime: string;
            timeZone?: components["schemas"]["TimeZone"];
            title: string;
            /** Format: date */
            until: string;
        };
        PledgeTime: {
            hoursPerMonth: number;
            occurredAt?: components["schemas"]["Instant"];
        };
        Position: string;
        PreferenceList: {
            items: {
                name: string;
                value: string;
            }[];
        };
        Problem: {
            detail: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        Progress: {
            acted: {
                done: number;
                due: number;
            };
            attendance: {
                apologised: number;
                attendanceRate: number | null;
                came: number;
                commitmentRate: number | null;
                expected: number;
            };
            /** Format: uuid */
            groupId?: string;
            helped: {
                exchangesGiven: number;
                exchangesReceived: number;
                hoursGiven: number;
                hoursReceived: number;
                reciprocity: number | null;
            };
            learned: {
                byValue: {
                    [key: string]: number;
                };
                peopleLearnedFrom: number;
                reflections: number;
            };
            /** Format: uuid */
            memberId: string;
            moment: {
                /** Format: date-time */
                occurredBefore?: string;
                position?: string;
                /** Format: date-time */
                recordedBefore?: string;
            };
            taught: {
                minutesGiven: number;
                storiesAcknowledged: number;
                storiesTold: number;
                timesNamed: number;
            };
            time: {
                attendedHours: number | null;
                meetingsWithoutMinutes: number;
                pledgedHours?: number | null;
            };
            window: {
                /** Format: date-time */
                before: string;
                days: number;
                /** Format: date-time */
                from: string;
            };
        };
        ProviderAddress: {
            url: string;
        };
        ProviderList: {
            items: {
                id: string;
                issuer: string;
                /** Format: date-time */
                linkedAt: string;
            }[];
        };
        ReAuthenticate: {
            password: string;
        };
        ReceiveApology: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
            reason?: string;
        };
        RecordAttendance: {
            entries: {
                /** Format: uuid */
                memberId: string;
                minutes?: number;
                /** @enum {string} */
                outcome: "present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected";
            }[];
            /**
             * @default api
             * @enum {string}
             */
            how?: "rollCall" | "code" | "import" | "api";
        };
        RecordHelp: {
            /** Format: uuid */
            giverId: string;
            /** Format: uuid */
            groupId?: string;
            /** Format: uuid */
            meetingId?: string;
            minutes: number;
            note?: string;
            occurredAt?: components["schemas"]["Instant"];
            /** Format: uuid */
            offerId?: string;
            receiverIds: string[];
            skill?: string;
        };
        RecordReflection: {
            /** Format: uuid */
            authorId: string;
            /** Format: uuid */
            buildsOn?: string;
            /**
             * @default {
             *       "kind": "self"
             *     }
             */
            context?: {
                /** @constant */
                kind: "self";
            } | {
                /** Format: uuid */
                id: string;
                /** @constant */
                kind: "meeting";
            } | {
                /** Format: uuid */
                id: string;
                /** @constant */
                kind: "help";
            } | {
                /** Format: uuid */
                id: string;
                /** @constant */
                kind: "action";
            } | {
                /** Format: uuid */
                id: string;
                /** @constant */
                kind: "story";
            };
            /** @default [] */
            learnedFrom?: string[];
            nowWhat?: string;
            occurredAt?: components["schemas"]["Instant"];
            skills?: string[];
            soWhat: string;
            usefulness?: number;
            /**
             * @default immediate
             * @enum {string}
             */
            value?: "immediate" | "potential" | "applied" | "realised" | "transformative";
            /**
             * @default private
             * @enum {string}
             */
            visibility?: "private" | "facilitator" | "group" | "network";
            what: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        RedeemInvitation: {
            password: string;
            token: string;
        };
        RedeemPasswordReset: {
            password: string;
            token: string;
        };
        Reflection: {
            /** Format: uuid */
            authorId: string;
            buildsOn?: string | null;
            confirmedBy: string[];
            context: {
                id: string | null;
                /** @enum {string} */
                kind: "meeting" | "help" | "action" | "story" | "self";
            };
            groupId: string | null;
            /** Format: uuid */
            id: string;
            learnedFrom: string[];
            meetingId: string | null;
            nowWhat: string | null;
            /** Format: date-time */
            reflectedAt: string;
            revisedAt: string | null;
            skills: string[];
            soWhat: string | null;
            /** @enum {string} */
            status: "recorded" | "withdrawn";
            usefulness: number | null;
            /** @enum {string} */
            value: "immediate" | "potential" | "applied" | "realised" | "transformative";
            /** @enum {string} */
            valueStatus: "claimed" | "corroborated";
            /** @enum {string} */
            visibility: "private" | "facilitator" | "group" | "network";
            what: string | null;
        };
        RegisterMember: {
            displayName: string;
            /** Format: email */
            email?: string;
            interests?: string[];
            occurredAt?: components["schemas"]["Instant"];
            timeZone?: components["schemas"]["TimeZone"];
        };
        RemoveSecondFactor: {
            reason?: string;
        };
        RenegotiateAction: {
            /** Format: date */
            dueOn: string;
            reason?: string;
            timeZone?: components["schemas"]["TimeZone"];
        };
        RenewInvitation: {
            reason?: string;
        };
        ReopenGroup: {
            occurredAt?: components["schemas"]["Instant"];
        };
        RequestAddressChange: {
            /** Format: email */
            email: string;
            reason?: string;
        };
        RequestMembership: {
            /** Format: uuid */
            memberId: string;
            occurredAt?: components["schemas"]["Instant"];
        };
        RequestOwnAddressChange: {
            /** Format: email */
            email: string;
        };
        RequestPasswordReset: {
            /** Format: email */
            email: string;
        };
        RescheduleMeeting: {
            endsAt?: components["schemas"]["Instant"] | null;
            mode?: ("inPerson" | "online" | "both") | null;
            place?: string | null;
            startsAt?: components["schemas"]["Instant"];
            timeZone?: components["schemas"]["TimeZone"];
            title?: string;
        };
        RetryParked: {
            collection: string;
            id: string;
        };
        Revealed: {
            items: {
                /** Format: uuid */
                eventId: string;
                fields: {
                    [key: string]: unknown;
                };
                position: string;
            }[];
        };
        RevealPersonalData: {
            positions: string[];
            reason: string;
        };
        ReviseReflection: {
            learnedFrom?: string[];
            nowWhat?: string | null;
            skills?: string[];
            soWhat?: string;
            usefulness?: number | null;
            /** @enum {string} */
            value?: "immediate" | "potential" | "applied" | "realised" | "transformative";
            what?: string;
        };
        ReviseStory: {
            skills?: string[];
            text?: string;
            title?: string;
        };
        RevokeKey: {
            reason?: string;
        };
        RevokeRole: {
            reason?: string;
            /** @enum {string} */
            role: "administrator" | "auditor";
        };
        Roster: {
            /** Format: uuid */
            groupId: string;
            /** Format: uuid */
            meetingId: string;
            people: {
                apologised: boolean;
                displayName: string | null;
                expected: boolean;
                /** Format: uuid */
                memberId: string;
                minutes: number | null;
                outcome: ("present" | "late" | "apologised" | "absent" | "substitute" | "visitor" | "notExpected") | null;
                rsvp: ("yes" | "no" | "maybe" | "waitlist") | null;
            }[];
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            status: "scheduled" | "cancelled" | "closed";
            withoutOutcome: string[];
        };
        RotateKey: {
            /** @default 24 */
            overlapHours?: number;
            reason?: string;
        };
        ScheduleMeeting: {
            endsAt?: components["schemas"]["Instant"];
            /** Format: uuid */
            groupId: string;
            /** @enum {string} */
            mode?: "inPerson" | "online" | "both";
            occurredAt?: components["schemas"]["Instant"];
            place?: string;
            startsAt: components["schemas"]["Instant"];
            timeZone?: components["schemas"]["TimeZone"];
            title: string;
        };
        ScoreCriterion: {
            /** @enum {string} */
            criterion: "learningIsThePurpose" | "practitionersHelpOthers" | "membersCommitTime" | "learningGoesBothWays" | "trust" | "storiesAreShared" | "actionIsBuiltTogether" | "keyPeopleAreConnected";
            evidence?: ({
                /** Format: uuid */
                eventId: string;
                /** @constant */
                kind: "event";
            } | {
                /** @constant */
                kind: "document";
                title: string;
                /** Format: uri */
                url: string;
            })[];
            level: number;
            note?: string;
        };
        SeekSkill: {
            level?: number;
            occurredAt?: components["schemas"]["Instant"];
            skill: string;
        };
        SessionList: {
            items: {
                address: string;
                /** Format: date-time */
                createdAt: string;
                current: boolean;
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                lastSeenAt: string;
                userAgent: string;
            }[];
        };
        SetIntroductionCapacity: {
            capacity: number;
            occurredAt?: components["schemas"]["Instant"];
        };
        SetUp: {
            /** Format: email */
            email: string;
            password: string;
            token: string;
        };
        ShareReflection: {
            /** @enum {string} */
            visibility: "private" | "facilitator" | "group" | "network";
        };
        SignIn: {
            /** Format: email */
            email: string;
            password: string;
        };
        SignInState: {
            /** Format: uuid */
            accountId: string;
            /** Format: date-time */
            authenticatedUntil: string;
            memberId: string | null;
            roles: ("administrator" | "auditor")[];
            /** Format: uuid */
            sessionId: string;
            /** @enum {string} */
            stage: "signed-in" | "second-factor" | "enrol";
        };
        SignInWays: {
            provider: boolean;
            stage: ("signed-in" | "second-factor" | "enrol") | null;
        };
        StopAddressChange: {
            reason?: string;
        };
        StopAddressChangeByLink: {
            token: string;
        };
        Story: {
            acknowledgements: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                memberId: string;
                took: string | null;
            }[];
            groupId: string | null;
            /** Format: uuid */
            id: string;
            meetingId: string | null;
            revisedAt: string | null;
            revisions: number;
            skills: string[];
            /** @enum {string} */
            status: "told" | "withdrawn";
            /** Format: uuid */
            tellerId: string;
            text: string | null;
            title: string | null;
            /** Format: date-time */
            toldAt: string;
            /** @enum {string} */
            toldTo: "group" | "network";
        };
        SubscribeCalendar: {
            /** Format: uuid */
            groupId?: string;
        };
        SuggestIntroduction: {
            /** Format: uuid */
            groupId?: string;
            note?: string;
            /** Format: uuid */
            seekerId: string;
            /** Format: uuid */
            teacherId: string;
        };
        Suggestions: {
            items: {
                displayName: string | null;
                /** Format: uuid */
                memberId: string;
                parts: {
                    availability: number;
                    notMetRecently: number;
                    reciprocity: number;
                    sameDomain: number;
                    skills: number;
                };
                reasons: string[];
                score: number;
                skills: string[];
            }[];
            /** Format: uuid */
            memberId: string;
        };
        TellStory: {
            /** Format: uuid */
            groupId?: string;
            /** Format: uuid */
            meetingId?: string;
            occurredAt?: components["schemas"]["Instant"];
            skills?: string[];
            /** Format: uuid */
            tellerId: string;
            text: string;
            title: string;
            /** @enum {string} */
            toldTo: "group" | "network";
        };
        Timeline: {
            displayName: string | null;
            items: {
                details: {
                    [key: string]: unknown;
                };
                eventIds: string[];
                /** Format: uuid */
                groupId?: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "membership" | "attendance" | "learned" | "taught" | "helped" | "acted" | "profile";
                /** Format: uuid */
                meetingId?: string;
                memberIds?: string[];
                /** Format: date-time */
                occurredAt: string;
                what: string;
                words?: {
                    [key: string]: string | null;
                };
            }[];
            /** Format: uuid */
            memberId: string;
            moment: {
                /** Format: date-time */
                occurredBefore?: string;
                position?: string;
                /** Format: date-time */
                recordedBefore?: string;
            };
            names: {
                groups: {
                    [key: string]: string;
                };
                meetings: {
                    [key: string]: string;
                };
                members: {
                    [key: string]: string | null;
                };
            };
            next: string | null;
        };
        TimeZone: string;
        TrustPulse: {
            answered: number;
            /** Format: date-time */
            closedAt: string;
            /** Format: uuid */
            eventId: string;
            /** Format: uuid */
            groupId: string;
            id: string;
            quarter: string;
            questions: number;
            totals: {
                answers: number[];
                item: string;
            }[];
        };
        TrustPulseQuestions: {
            groups: {
                /** Format: uuid */
                groupId: string;
                quarter: string;
                takenPart: boolean;
            }[];
            items: {
                item: string;
                text: string;
            }[];
            scale: string[];
            version: number;
        };
        UnblockMember: {
            /** Format: uuid */
            blockedMemberId: string;
        };
        ValueStory: {
            /** Format: uuid */
            authorId: string;
            reflections: {
                /** Format: uuid */
                authorId: string;
                buildsOn: string | null;
                confirmedBy: string[];
                context: {
                    id: string | null;
                    /** @enum {string} */
                    kind: "meeting" | "help" | "action" | "story" | "self";
                };
                groupId: string | null;
                /** Format: uuid */
                id: string;
                learnedFrom: string[];
                meetingId: string | null;
                nowWhat: string | null;
                /** Format: date-time */
                reflectedAt: string;
                revisedAt: string | null;
                skills: string[];
                soWhat: string | null;
                /** @enum {string} */
                status: "recorded" | "withdrawn";
                usefulness: number | null;
                /** @enum {string} */
                value: "immediate" | "potential" | "applied" | "realised" | "transformative";
                /** @enum {string} */
                valueStatus: "claimed" | "corroborated";
                /** @enum {string} */
                visibility: "private" | "facilitator" | "group" | "network";
                what: string | null;
            }[];
            summary: {
                /** Format: date-time */
                from: string;
                /** @enum {string} */
                highestValue: "immediate" | "potential" | "applied" | "realised" | "transformative";
                /** Format: date-time */
                to: string;
                /** @enum {string} */
                valueStatus: "claimed" | "corroborated";
            };
            values: {
                /** @enum {string} */
                value: "immediate" | "potential" | "applied" | "realised" | "transformative";
                /** @enum {string} */
                valueStatus: "claimed" | "corroborated";
            }[];
        };
        WithdrawOffer: {
            occurredAt?: components["schemas"]["Instant"];
        };
        WithdrawSkillOffer: {
            occurredAt?: components["schemas"]["Instant"];
            skill: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchDirectory: {
        parameters: {
            query?: {
                cursor?: string;
                domain?: string;
                limit?: number;
                near?: string;
                place?: string;
                q?: string;
                verdict?: "aligned" | "emerging";
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directory"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDirectoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryEntry"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                ids?: string;
                limit?: number;
                memberId?: string;
                reason?: string;
                roles?: string;
                sort?: "invitedAt" | "-invitedAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Account"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableAccount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableAccount: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EnableAccount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRole"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveSecondFactor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RenewInvitation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestAddressChange: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAddressChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeRole"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopAddressChange: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StopAddressChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActions: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                memberIds?: string;
                ownerId?: string;
                reason?: string;
                sort?: "dueAt" | "-dueAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Action"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitAction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitAction"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAction: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeAction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteAction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropAction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropAction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renegotiateAction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenegotiateAction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAddress"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consentToAddressChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentToAddressChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopAddressChangeByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopAddressChangeByLink"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlignmentFormulas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentFormulas"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlignmentReviews: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                reason?: string;
                sort?: "openedAt" | "-openedAt" | "inForceUntil" | "-inForceUntil";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AlignmentReview"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openReview: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenReview"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAlignmentReview: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentReview"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealDecision: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditAlignmentReview: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentAudit"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideReview: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDecision: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPreview"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scoreCriterion: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreCriterion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttendances: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                meetingId?: string;
                memberId?: string;
                outcome?: string;
                reason?: string;
                sort?: "startsAt" | "-startsAt";
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Attendance"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAttendance: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attendance"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribeCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeCalendar"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCalendar"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followChanges: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedIn"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                from?: string | components["schemas"]["Instant"];
                ids?: string;
                limit?: number;
                order?: "ascending" | "descending";
                reason?: string;
                recordedFrom?: string | components["schemas"]["Instant"];
                recordedUntil?: string | components["schemas"]["Instant"];
                stream?: string;
                tag?: string;
                timeZone?: components["schemas"]["TimeZone"];
                type?: string;
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        next: string | null;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summariseEvents: {
        parameters: {
            query?: {
                actor?: string;
                from?: string | components["schemas"]["Instant"];
                recordedFrom?: string | components["schemas"]["Instant"];
                recordedUntil?: string | components["schemas"]["Instant"];
                stream?: string;
                tag?: string;
                timeZone?: components["schemas"]["TimeZone"];
                type?: string;
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSummary"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                cursor?: string;
                externalId?: string;
                from?: string | components["schemas"]["Instant"];
                ids?: string;
                limit?: number;
                listed?: "true" | "false";
                q?: string;
                reason?: string;
                sort?: "name" | "-name" | "foundedAt" | "-foundedAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Group"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foundGroup: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundGroup"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGroup: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "If-None-Match"?: string;
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describeGroup: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribeGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adoptCharter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptCharter"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveGroup: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignRole: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRole"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineRequest: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGroupHealth: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                months?: number;
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupHealth"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinGroup: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveGroup: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGroupNetwork: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupNetwork"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenGroup: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReopenGroup"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestMembership: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestMembership"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerTrustPulse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTrustPulse"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHelpExchanges: {
        parameters: {
            query?: {
                aboutSkills?: string;
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                giverId?: string;
                groupId?: string;
                ids?: string;
                limit?: number;
                memberIds?: string;
                reason?: string;
                sort?: "happenedAt" | "-happenedAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HelpExchange"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordHelp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordHelp"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHelpExchange: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpExchange"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmHelp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmHelp"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disputeHelp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeHelp"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerHelp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferHelp"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOffer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawOffer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importRows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRows"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedRows"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRunImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunImport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntroductions: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                memberIds?: string;
                reason?: string;
                sort?: "suggestedAt" | "-suggestedAt" | "settledAt" | "-settledAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Introduction"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestIntroduction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestIntroduction"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readIntroduction: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introduction"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptIntroduction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIntroduction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineIntroduction: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineIntroduction"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemInvitation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeKey"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLearners: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                ids?: string;
                limit?: number;
                reason?: string;
                sort?: "lastAt" | "-lastAt";
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Learner"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLearner: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Learner"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestOwnAddressChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOwnAddressChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopOwnAddressChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepPreferences"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reAuthenticate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReAuthenticate"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewOwnRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOwnSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetingSeries: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                q?: string;
                reason?: string;
                sort?: "plannedAt" | "-plannedAt";
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingSeries"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSeries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSeries"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMeetingSeries: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingSeries"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSeries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSeries"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSeries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSeries"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendSeries: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendSeries"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                cancelled?: "true" | "false";
                cursor?: string;
                externalId?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                q?: string;
                reason?: string;
                seriesId?: string;
                sort?: "startsAt" | "-startsAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Meeting"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleMeeting: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleMeeting"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMeeting: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "If-None-Match"?: string;
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleMeeting: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleMeeting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAgenda: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agenda"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelMeeting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCheckInCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCode"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeMeeting: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMeeting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctAttendance: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectAttendance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveRsvp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveRsvp"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveApology: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveApology"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordAttendance: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAttendance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRoster: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMemberBlockList: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberBlockList"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                externalId?: string;
                from?: string | components["schemas"]["Instant"];
                ids?: string;
                limit?: number;
                offersSkills?: string;
                q?: string;
                reason?: string;
                seeksSkills?: string;
                sort?: "registeredAt" | "-registeredAt" | "displayName" | "-displayName";
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerMember: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterMember"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMember: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "If-None-Match"?: string;
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfile"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessRecords: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRecords"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockMember: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSkillSearch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSkillSearch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    learnFrom: {
        parameters: {
            query?: {
                groupId?: string;
                limit?: number;
                reason?: string;
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerSkill: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferSkill"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pledgeTime: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PledgeTime"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readProgress: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                days?: number;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seekSkill: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeekSkill"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setIntroductionCapacity: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetIntroductionCapacity"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                cursor?: string;
                groupId?: string;
                kind?: "membership" | "attendance" | "learned" | "taught" | "helped" | "acted" | "profile";
                knownAt?: string | components["schemas"]["Instant"];
                limit?: number;
                position?: string;
                reason?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblockMember: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnblockMember"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawSkillOffer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawSkillOffer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                memberId?: string;
                reason?: string;
                sort?: "joinedAt" | "-joinedAt";
                status?: string;
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Membership"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMembership: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outbox"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryParked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryParked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        well: boolean;
                    };
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebuildView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemPasswordReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInThroughProvider: {
        parameters: {
            query?: {
                again?: "true";
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnFromProvider: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkProvider"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReflections: {
        parameters: {
            query?: {
                aboutSkills?: string;
                authorId?: string;
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                learnedFrom?: string;
                limit?: number;
                meetingId?: string;
                q?: string;
                reason?: string;
                sort?: "reflectedAt" | "-reflectedAt";
                timeZone?: components["schemas"]["TimeZone"];
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
                value?: string;
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reflection"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordReflection: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReflection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReflection: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "If-None-Match"?: string;
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reflection"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviseReflection: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseReflection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmReflectionValue: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReflectionValue"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shareReflection: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareReflection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readValueStory: {
        parameters: {
            query?: never;
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueStory"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawReflection: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revealPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealPersonalData"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAllSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveSecondFactor"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSignInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInState"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStories: {
        parameters: {
            query?: {
                aboutSkills?: string;
                cursor?: string;
                from?: string | components["schemas"]["Instant"];
                groupId?: string;
                ids?: string;
                limit?: number;
                q?: string;
                reason?: string;
                sort?: "toldAt" | "-toldAt";
                tellerId?: string;
                timeZone?: components["schemas"]["TimeZone"];
                toldTo?: string;
                total?: "true" | "false";
                until?: string | components["schemas"]["Instant"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Story"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellStory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellStory"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStory: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "If-None-Match"?: string;
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviseStory: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseStory"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeStory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeStory"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawStory: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrustPulseQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustPulseQuestions"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrustPulses: {
        parameters: {
            query?: {
                cursor?: string;
                groupId?: string;
                ids?: string;
                limit?: number;
                reason?: string;
                sort?: "quarter" | "-quarter";
                total?: "true" | "false";
            };
            header?: {
                "Relocon-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrustPulse"][];
                        next: string | null;
                        total?: number;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrustPulse: {
        parameters: {
            query?: {
                asOf?: string | components["schemas"]["Instant"];
                knownAt?: string | components["schemas"]["Instant"];
                position?: string;
                timeZone?: components["schemas"]["TimeZone"];
            };
            header?: {
                "Relocon-After"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustPulse"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotSeenYet"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
