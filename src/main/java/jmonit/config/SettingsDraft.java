package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jmonit.catalog.Limit;
import jmonit.model.Limits;
import jmonit.model.LogTarget;
import jmonit.model.MMonit;
import jmonit.model.MailFormat;
import jmonit.model.Maintenance;
import jmonit.model.MailServer;
import jmonit.model.OnReboot;
import jmonit.model.Outlet;
import jmonit.model.Reaction;
import jmonit.model.Recipient;
import jmonit.model.Settings;
import jmonit.model.Tls;

/** The settings while the set statements are being read; what is asked of it meanwhile is what holds at that place of the file. */
final class SettingsDraft {

    static final Duration MAIL_TIMEOUT = Duration.ofSeconds(5);

    final HttpdDraft httpd = new HttpdDraft();
    final List<MailServer> mailServers = new ArrayList<>();
    final List<Recipient> recipients = new ArrayList<>();
    final List<MMonit> mmonits = new ArrayList<>();
    final List<Outlet> outlets = new ArrayList<>();
    final List<Maintenance> maintenance = new ArrayList<>();
    boolean withoutCredentials;
    boolean pollSet;
    Settings.Poll poll = new Settings.Poll(0, 0);
    Reaction reaction = Reaction.INSTANT;
    LogTarget log = new LogTarget.None();
    String pidFile = "";
    String idFile = "";
    String stateFile = "";
    boolean init;
    boolean batch;
    boolean fips;
    Tls tls = Tls.NONE;
    Duration mailTimeout = MAIL_TIMEOUT;
    String helloName = "";
    MailFormat mailFormat = MailFormat.DEFAULT;
    Settings.Queue queue = Settings.Queue.NONE;
    Settings.Manners manners = Settings.Manners.MONITS;
    private OnReboot onReboot = OnReboot.START;
    private final Map<String, Long> limits = new LinkedHashMap<>();

    SettingsDraft() {
        Limit.ALL.forEach(l -> limits.put(l.name(), l.normal()));
    }

    OnReboot onReboot() {
        return onReboot;
    }

    void onReboot(OnReboot choice) {
        onReboot = choice;
    }

    void limit(String name, long value) {
        limits.put(name, value);
    }

    Duration time(String limit) {
        return Duration.ofMillis(limits.get(limit));
    }

    Duration connectTimeout() {
        return time("networkTimeout");
    }

    /** The command line wins over the file. */
    void apply(Overrides overrides) {
        if (overrides.pollSeconds() > 0) {
            poll = new Settings.Poll(overrides.pollSeconds(), poll.startDelay());
        }
        if (!overrides.logFile().isEmpty()) {
            log = new LogTarget.ToFile(overrides.logFile());
        }
        pidFile = overrides.pidFile().isEmpty() ? pidFile : overrides.pidFile();
        stateFile = overrides.stateFile().isEmpty() ? stateFile : overrides.stateFile();
        init |= overrides.init();
        batch |= overrides.batch();
    }

    Settings settings() {
        return new Settings(new Settings.Poll(poll.seconds(), poll.startDelay(), reaction),
                new Settings.Files(log, pidFile, idFile, stateFile), limits(), onReboot, new Settings.Switches(init, batch, fips), tls,
                new Settings.Mail(mailServers, mailTimeout, helloName, mailFormat, recipients, queue, manners), collectors(),
                httpd.httpd(), outlets, maintenance);
    }

    /** One word about credentials holds for all collectors. */
    private List<MMonit> collectors() {
        return mmonits.stream().map(m -> new MMonit(m.url(), m.tls(), m.timeout(), !withoutCredentials, m.hostGroups())).toList();
    }

    private Limits limits() {
        var sizes = new LinkedHashMap<String, Long>();
        var times = new LinkedHashMap<String, Duration>();
        var counts = new LinkedHashMap<String, Long>();
        for (Limit limit : Limit.ALL) {
            switch (limit.kind()) {
                case SIZE -> sizes.put(limit.name(), limits.get(limit.name()));
                case TIME -> times.put(limit.name(), time(limit.name()));
                case COUNT -> counts.put(limit.name(), limits.get(limit.name()));
            }
        }
        return new Limits(sizes, times, counts);
    }
}
