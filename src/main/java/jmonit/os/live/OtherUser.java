package jmonit.os.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.model.Principal;
import jmonit.model.RunAs;
import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Ended;
import jmonit.os.Running;

/** How setpriv(1) is told to become another user, and what it says when it cannot. */
final class OtherUser {

    private static final String SETPRIV = "/usr/bin/setpriv";
    private static final String COMPLAINT = "setpriv: ";
    private static final String NOT_RUN = COMPLAINT + "failed to execute ";
    private static final int CANNOT_RUN = 126;
    private static final int NOT_FOUND = 127;

    private final Accounts accounts;

    OtherUser(Accounts accounts) {
        this.accounts = accounts;
    }

    /** As in Monit, a user alone keeps our group, and a group alone our user. */
    List<String> prefix(RunAs as) throws IOException {
        var uid = uid(as.user());
        var gid = gid(as.group());
        var groups = uid.isEmpty() ? "--keep-groups" : accounts.user(uid.getFirst()).isPresent() ? "--init-groups" : "--clear-groups";
        var words = new ArrayList<>(List.of(SETPRIV));
        uid.forEach(id -> words.add("--reuid=" + id));
        gid.forEach(id -> words.add("--regid=" + id));
        words.addAll(List.of(groups, "--"));
        return List.copyOf(words);
    }

    Optional<String> home(RunAs as) throws IOException {
        var uid = uid(as.user());
        return uid.isEmpty() ? Optional.empty() : accounts.user(uid.getFirst()).map(Account::home).filter(home -> !home.isEmpty());
    }

    private List<Long> uid(Principal user) throws IOException {
        return switch (user) {
            case Principal.Inherited _ -> List.of();
            case Principal.Numbered(long id) -> List.of(id);
            case Principal.Named(String name) ->
                List.of(accounts.user(name).orElseThrow(() -> new IOException("there is no user '" + name + "'")).uid());
        };
    }

    private List<Long> gid(Principal group) throws IOException {
        return switch (group) {
            case Principal.Inherited _ -> List.of();
            case Principal.Numbered(long id) -> List.of(id);
            case Principal.Named(String name) ->
                List.of(accounts.group(name).orElseThrow(() -> new IOException("there is no group '" + name + "'")).gid());
        };
    }

    /** A program behind setpriv: that it could not be run shows only when setpriv has ended. */
    record Disguised(Running running, String program) implements Running {

        @Override
        public long pid() {
            return running.pid();
        }

        @Override
        public Optional<Ended> await(Duration patience) throws InterruptedException {
            return running.await(patience).map(this::seenThrough);
        }

        @Override
        public Optional<Ended> kill(Duration grace) throws InterruptedException {
            return running.kill(grace).map(this::seenThrough);
        }

        private Ended seenThrough(Ended ended) {
            var failed = ended.status() == CANNOT_RUN || ended.status() == NOT_FOUND;
            return failed && ended.errors().startsWith(COMPLAINT) ? Ended.refused(reason(ended.errors().strip())) : ended;
        }

        private String reason(String complaint) {
            var notRun = NOT_RUN + program + ": ";
            return complaint.startsWith(notRun) ? complaint.substring(notRun.length()) : complaint;
        }
    }
}
