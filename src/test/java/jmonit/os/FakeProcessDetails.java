package jmonit.os;

import java.io.IOException;

/** The same details for every process, until a test changes or refuses them. */
public final class FakeProcessDetails implements ProcessDetails {

    private Owner owner = new Owner(0, 0, 0);
    private Traffic traffic = new Traffic(new Flow(0, 0, 0), new Flow(0, 0, 0));
    private String label = "";
    private boolean refused;

    public void owner(Owner known) {
        owner = known;
    }

    public void traffic(Flow read, Flow written) {
        traffic = new Traffic(read, written);
    }

    public void label(String known) {
        label = known;
    }

    public void refuse() {
        refused = true;
    }

    private void check(int pid) throws IOException {
        if (refused) {
            throw new IOException("cannot read /proc/" + pid + "/io: permission denied");
        }
    }

    @Override
    public Owner owner(int pid) throws IOException {
        check(pid);
        return owner;
    }

    @Override
    public Traffic traffic(int pid) throws IOException {
        check(pid);
        return traffic;
    }

    @Override
    public long openFiles(int pid) throws IOException {
        check(pid);
        return 5;
    }

    @Override
    public Limit openFilesLimit(int pid) throws IOException {
        check(pid);
        return new Limit(20_000, 40_000);
    }

    @Override
    public String securityLabel(int pid) {
        return label;
    }
}
