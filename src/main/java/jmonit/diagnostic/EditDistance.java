package jmonit.diagnostic;

/**
 * How many slips of a finger lie between two words: letters added, lost, replaced, or swapped with a neighbour, none of
 * them touched twice ("optimal string alignment").
 *
 * @param cost the distance of each beginning of one word from each beginning of the other
 */
record EditDistance(String from, String to, int[][] cost) {

    static int between(String from, String to) {
        return new EditDistance(from, to, new int[from.length() + 1][to.length() + 1]).measure();
    }

    private int measure() {
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private int cheapest(int i, int j) {
        int addedOrLost = 1 + Math.min(cost[i - 1][j], cost[i][j - 1]);
        int replaced = cost[i - 1][j - 1] + (same(i, j) ? 0 : 1);
        int best = Math.min(addedOrLost, replaced);
        return swapped(i, j) ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }

    private boolean swapped(int i, int j) {
        return i > 1 && j > 1 && same(i, j - 1) && same(i - 1, j);
    }

    private boolean same(int i, int j) {
        return from.charAt(i - 1) == to.charAt(j - 1);
    }
}
