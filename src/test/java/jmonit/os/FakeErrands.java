package jmonit.os;

/** Runs everything at once, where it was asked for. */
public final class FakeErrands implements Errands {

    @Override
    public <T> T run(String matter, Errand<T> errand) throws InterruptedException {
        return errand.run();
    }

    @Override
    public boolean begin(String matter, Runnable errand) {
        errand.run();
        return true;
    }
}
