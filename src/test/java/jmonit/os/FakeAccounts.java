package jmonit.os;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users and groups that exist because a test says so. */
public final class FakeAccounts implements Accounts {

    private final List<Account> users = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    public FakeAccounts with(Account user) {
        users.add(user);
        return this;
    }

    public FakeAccounts with(Group group) {
        groups.add(group);
        return this;
    }

    @Override
    public Optional<Account> user(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Account> user(long uid) {
        return users.stream().filter(user -> user.uid() == uid).findFirst();
    }

    @Override
    public Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Group> group(long gid) {
        return groups.stream().filter(group -> group.gid() == gid).findFirst();
    }
}
