package jmonit.config;

import jmonit.model.Principal;
import jmonit.model.RunAs;
import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Group;

/** Users and groups as numbers, which is how Monit shows them; a name the machine does not know stays a name. */
final class Identities {

    private final Accounts accounts;

    Identities(Accounts accounts) {
        this.accounts = accounts;
    }

    String user(Principal principal) {
        return switch (principal) {
            case Principal.Inherited _ -> "";
            case Principal.Numbered(long id) -> String.valueOf(id);
            case Principal.Named(String name) -> accounts.user(name).map(Account::uid).map(String::valueOf).orElse(name);
        };
    }

    String group(Principal principal) {
        return switch (principal) {
            case Principal.Inherited _ -> "";
            case Principal.Numbered(long id) -> String.valueOf(id);
            case Principal.Named(String name) -> accounts.group(name).map(Group::gid).map(String::valueOf).orElse(name);
        };
    }

    /** " as uid 0 as gid 0", or nothing. */
    String runAs(RunAs runAs) {
        String user = user(runAs.user());
        String group = group(runAs.group());
        return (user.isEmpty() ? "" : " as uid " + user) + (group.isEmpty() ? "" : " as gid " + group);
    }
}
