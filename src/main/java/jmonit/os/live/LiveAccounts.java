package jmonit.os.live;

import java.nio.file.Path;
import java.util.Optional;

import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Group;

/**
 * The accounts of this machine, read once from passwd(5) and group(5). Only what is not found there is asked of libc,
 * and only where there are other account sources. Whoever wants to see later changes asks a new object.
 */
public final class LiveAccounts implements Accounts {

    private static final int GID = 3;
    private static final int HOME = 5;
    // The highest number of 32 bits is (uid_t) -1, which is nobody's.
    private static final long IDS = 0xffff_ffffL;

    private final AccountFile users;
    private final AccountFile groups;
    private final NameSources sources;

    public LiveAccounts() {
        this(Path.of("/etc/passwd"), Path.of("/etc/group"), Path.of("/etc/nsswitch.conf"));
    }

    public LiveAccounts(Path passwd, Path group, Path nsswitch) {
        users = new AccountFile(passwd, GID);
        groups = new AccountFile(group, AccountFile.ID);
        sources = new NameSources(nsswitch);
    }

    @Override
    public Optional<Account> user(String name) {
        var row = users.named(name);
        if (row.isPresent()) {
            return Optional.of(account(row.get()));
        }
        return possible(name) && moreUsers() ? new NativeAccounts().user(name) : Optional.empty();
    }

    @Override
    public Optional<Account> user(long uid) {
        var row = users.numbered(uid);
        if (row.isPresent()) {
            return Optional.of(account(row.get()));
        }
        return possible(uid) && moreUsers() ? new NativeAccounts().user(uid) : Optional.empty();
    }

    @Override
    public Optional<Group> group(String name) {
        var row = groups.named(name);
        if (row.isPresent()) {
            return Optional.of(group(row.get()));
        }
        return possible(name) && moreGroups() ? new NativeAccounts().group(name) : Optional.empty();
    }

    @Override
    public Optional<Group> group(long gid) {
        var row = groups.numbered(gid);
        if (row.isPresent()) {
            return Optional.of(group(row.get()));
        }
        return possible(gid) && moreGroups() ? new NativeAccounts().group(gid) : Optional.empty();
    }

    private boolean moreUsers() {
        return !users.whole() || sources.beyondFile("passwd");
    }

    private boolean moreGroups() {
        return !groups.whole() || sources.beyondFile("group");
    }

    /** A name with a zero byte would end there for libc, and find someone else. */
    private static boolean possible(String name) {
        return !name.isEmpty() && name.indexOf('\0') < 0;
    }

    /** A wider number would be cut to 32 bits by libc, and find someone else. */
    private static boolean possible(long id) {
        return id >= 0 && id < IDS;
    }

    private static Account account(String[] row) {
        var home = row.length > HOME ? row[HOME] : "";
        return new Account(row[AccountFile.NAME], Long.parseLong(row[AccountFile.ID]), Long.parseLong(row[GID]), home);
    }

    private static Group group(String[] row) {
        return new Group(row[AccountFile.NAME], Long.parseLong(row[AccountFile.ID]));
    }
}
