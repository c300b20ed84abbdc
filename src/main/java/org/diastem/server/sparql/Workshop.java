// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.diastem.problem.EnvironmentException;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.Refusal;
import org.diastem.text.BadTextQueryException;

/**
 * Where queries are worked on: a few threads, a short queue, and a watchman. A query that finds no place is turned away
 * at once rather than left to wait; the watchman ends what has run too long, whose client has gone, or what keeps most
 * when memory runs out. Safe for use by several threads.
 */
public final class Workshop implements AutoCloseable {
    /** Deep queries recurse; what is reserved is only used by those. */
    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private static final long ROUND_MILLIS = 50;
    /** Most queries are over by then, and their connection is left alone. */
    private static final long UNOBSERVED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** What a query that was told to stop may still take, before its connection is broken under it. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MEMORY_FULL = 0.85;
    private static final long WORTH_STOPPING = 20_000;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** What is to be done for one exchange. */
    public interface Work {
        /** Answers the exchange; may throw {@link Refusal}, {@link BudgetSpent} or anything else instead. */
        void run() throws Exception;

        /** Told instead of run if no place was free in time; the exchange is answered by the workshop. */
        default void turnedAway() {}
    }

    /** How things stand, for the metrics. */
    public record State(int running, int waiting, long done, long refused, long stopped) {}

    private final class Job {
        private final Exchange exchange;
        private final Budget budget;
        private final Work work;
        private final String client;
        private final long since = System.nanoTime();
        private volatile long begun;

        Job(Exchange exchange, Budget budget, Work work, String client) {
            this.exchange = exchange;
            this.budget = budget;
            this.work = work;
            this.client = client;
        }
    }

    /** The account of one client: jobs at hand, and the work left, which fills up as time goes by. */
    private static final class Account {
        private int jobs;
        private long workLeft;
        private long seen = System.nanoTime();

        Account(long work) {
            workLeft = work;
        }

        void fillUp(long most) {
            long now = System.nanoTime();
            workLeft = Math.min(most, workLeft + (long) ((double) (now - seen) * most / MINUTE_NANOS));
            seen = now;
        }
    }

    private final WorkLimits limits;
    private final Object lock = new Object();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<Job> running = new LinkedHashSet<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private final ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "query-watchman");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        return thread;
    });
    private boolean closed;
    private long done;
    private long refused;
    private long stopped;

    public Workshop(WorkLimits limits) {
        this.limits = limits;
        for (int i = 1; i <= limits.running(); i++) {
            Thread worker = new Thread(null, this::workOn, "query-" + i, STACK_BYTES);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        watchman.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes on a job, or not.
     *
     * @param client whose job it is
     * @throws Refusal 429 if the client has too many already, 503 if all places are taken
     */
    public void take(Exchange exchange, String client, Budget budget, Work work) {
        synchronized (lock) {
            if (closed) {
                throw Refusal.later(503, "The server is stopping.", Duration.ofSeconds(5));
            }
            Account account = accounts.computeIfAbsent(client, unused -> new Account(limits.clientWork().toNanos()));
            account.fillUp(limits.clientWork().toNanos());
            if (limits.perClient() > 0 && account.jobs >= limits.perClient()) {
                refused++;
                throw Refusal.later(
                        429,
                        "You have " + account.jobs + " queries running or waiting here already. Send the next when one of "
                                + "them is answered.",
                        Duration.ofSeconds(1));
            }
            if (!limits.clientWork().isZero() && account.workLeft <= 0) {
                refused++;
                throw Refusal.later(
                        429,
                        "Your queries have used the " + limits.clientWork().toSeconds()
                                + " s of work that a client has in a minute. Wait a little, or ask for less.",
                        Duration.ofSeconds(5).plusNanos(-account.workLeft));
            }
            if (running.size() + waiting.size() >= limits.running() + limits.queue()) {
                refused++;
                throw busy();
            }
            exchange.allowSilence();
            account.jobs++;
            waiting.add(new Job(exchange, budget, work, client));
            lock.notify();
        }
    }

    public State state() {
        synchronized (lock) {
            return new State(running.size(), waiting.size(), done, refused, stopped);
        }
    }

    private static Refusal busy() {
        return Refusal.later(503, "The server is busy with other queries; try again in a moment.", Duration.ofSeconds(2));
    }

    private void workOn() {
        while (true) {
            Job job;
            synchronized (lock) {
                while (waiting.isEmpty() && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        // Only a stray interrupt of a query that has ended; the loop looks again.
                        continue;
                    }
                }
                job = waiting.poll();
                if (job == null) {
                    return;
                }
                job.begun = System.nanoTime();
                running.add(job);
            }
            try {
                answer(job);
            } finally {
                end(job);
            }
        }
    }

    private void answer(Job job) {
        try {
            job.work.run();
        } catch (Refusal refusal) {
            job.exchange.refuse(refusal);
        } catch (QueryCancelledException e) {
            refuseSpent(job);
        } catch (BadTextQueryException e) {
            job.exchange.refuse(Refusal.of(400, e.getMessage()));
        } catch (StackOverflowError e) {
            job.exchange.refuse(Refusal.of(400, "The query is nested too deeply or chains too many parts."));
        } catch (OutOfMemoryError e) {
            job.budget.stop("The query needed more memory than the server has.");
            refuseSpent(job);
        } catch (Exception | Error e) {
            if (job.budget.isStopped()) {
                // Whatever broke under a query that was being stopped.
                refuseSpent(job);
            } else if (!(e instanceof EnvironmentException) && isOfTheConnection(e)) {
                // The client went away while it was being written to.
                job.exchange.abort();
            } else {
                FrontDoor.fail(job.exchange, e);
            }
        }
    }

    private static boolean isOfTheConnection(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private void refuseSpent(Job job) {
        synchronized (lock) {
            stopped++;
        }
        job.exchange.refuse(job.budget.told());
    }

    private void end(Job job) {
        // An interrupt that came too late must not hit the next query.
        Thread.interrupted();
        synchronized (lock) {
            running.remove(job);
            done++;
            leave(job, System.nanoTime() - job.begun);
        }
    }

    private void leave(Job job, long work) {
        Account account = accounts.get(job.client);
        account.jobs--;
        account.fillUp(limits.clientWork().toNanos());
        account.workLeft -= work;
    }

    /** One round of the watchman. */
    private void round() {
        long now = System.nanoTime();
        List<Job> tooLate = new ArrayList<>();
        List<Job> present;
        synchronized (lock) {
            for (Job job : List.copyOf(waiting)) {
                if (now - job.since > limits.longestWait().toNanos()) {
                    waiting.remove(job);
                    refused++;
                    leave(job, 0);
                    tooLate.add(job);
                }
            }
            present = List.copyOf(running);
            accounts.values().removeIf(account -> {
                account.fillUp(limits.clientWork().toNanos());
                return account.jobs == 0 && account.workLeft >= limits.clientWork().toNanos();
            });
        }
        tooLate.forEach(job -> {
            job.exchange.refuse(busy());
            job.work.turnedAway();
        });
        present.forEach(job -> look(job, now));
        if (usedMemory() > MEMORY_FULL) {
            present.stream()
                    .filter(job -> !job.budget.isStopped() && job.budget.kept() > WORTH_STOPPING)
                    .max(Comparator.comparingLong(job -> job.budget.kept()))
                    .ifPresent(job -> job.budget.stop(
                            "The query was stopped because memory ran short and it kept the most. Ask for less at once."));
        }
    }

    private void look(Job job, long now) {
        long ran = now - job.begun;
        long allowed = job.budget.limits().time().toNanos();
        if (ran > allowed) {
            job.budget.stopForTime();
        }
        if (ran > allowed + GRACE_NANOS && job.exchange.hasBegun()) {
            // It waits for a client that does not read.
            job.exchange.abort();
        }
        if (ran > UNOBSERVED_NANOS && job.exchange.clientIsGone()) {
            job.budget.stop("The client has gone.");
        }
    }

    private static double usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    /** Takes no more, waits a while for what is under way, and stops the rest. */
    @Override
    public void close() {
        List<Job> present;
        synchronized (lock) {
            closed = true;
            present = List.copyOf(running);
            lock.notifyAll();
        }
        present.forEach(job -> job.budget.stop("The server is stopping."));
        watchman.shutdownNow();
    }
}
