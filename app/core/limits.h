#pragma once

#include <QtGlobal>

#include <chrono>

// Every bound on what comes from outside, in one place. Beside each: what is shown when it is met. Measured sizes of honest answers
// stand in brackets; every limit leaves room for ten times as much.
namespace rayhelm::limits {

using namespace std::chrono_literals;

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

// --- Bytes of one answer -------------------------------------------------------------------------------------------------------
/// "The answer of the VM is too long." [pods 40 KB, events of an hour 1 MB, nodes 20 KB, helm's text 200 KB]
constexpr qint64 commandAnswer = 16 * MiB;
/// The same of standard error: what is longer is cut and its beginning kept. [a page]
constexpr qint64 commandError = 1 * MiB;
/// The same of what Slurm lists. [100 B per job]
constexpr qint64 slurmAnswer = 2 * MiB;
/// One line of a followed command, such as an object of a watch; a longer one comes in pieces, which are no objects: the next full list
/// tells. [a pod 15 KB; etcd itself ends at 1.5 MB]
constexpr qint64 streamLine = 2 * MiB;
/// Lines of a followed command that wait to be read; with more, reading stops and begins anew.
constexpr qint64 streamWaiting = 16 * MiB;
/// "The job list is too large ..." [1 KB per job]
constexpr qint64 rayJobList = 16 * MiB;
/// "... sent an answer that is too long." [version 300 B, nodes 4 KB each, one job 5 KB, submission 200 B]
constexpr qint64 raySmallAnswer = 1 * MiB;
constexpr qint64 rayNodes = 16 * MiB;
/// One job's log asked for as a whole: what is longer can only be followed over the socket.
constexpr qint64 rayWholeLog = 16 * MiB;
/// One message or frame of the log's socket; a longer one ends the connection like any other loss. [Ray: 20 KB]
constexpr quint64 logSocketMessage = 1 * MiB;
/// Characters of a log that may wait to be shown; while more wait, nothing is read, so that the other side waits too.
constexpr qsizetype logWaiting = 1024 * 1024;
/// "... sent an answer that is too long." [an experiment 2 KB, search 100 KB]
constexpr qint64 mlflowAnswer = 4 * MiB;
/// [1,000 tags of 30 characters: 40 KB a page]
constexpr qint64 registryPage = 2 * MiB;
constexpr qint64 registryToken = 64 * KiB;
/// What is not in this table.
constexpr qint64 anyAnswer = 4 * MiB;

// --- Parsing -------------------------------------------------------------------------------------------------------------------
/// Longer texts are parsed in a worker thread, so that the window answers meanwhile. (256 KiB of JSON take 5 to 10 ms.)
constexpr qint64 parsedAtOnce = 256 * KiB;
/// Levels of JSON; deeper text is no answer. [a pod: 12]
constexpr int jsonDepth = 64;

// --- Entries: the rest is left out, and the list says so ------------------------------------------------------------------------
constexpr int kubernetesObjects = 300; ///< of one kind; a cluster on an HPC has a few dozen pods
constexpr int rayJobs = 500; ///< the newest
constexpr int rayNodeEntries = 2000;
constexpr int slurmJobs = 2000;
constexpr int imageTags = 20000;
constexpr int mlflowEntries = 2000;
constexpr int containersOfPod = 16;
constexpr int eventsOfList = 5000;   ///< looked at; 500 of the cluster are kept
constexpr int eventsExplained = 100; ///< of one list; the words of others are Kubernetes' own

// --- Lengths -------------------------------------------------------------------------------------------------------------------
/// Characters of one line of a log as shown; what is longer is cut with an ellipsis.
constexpr qsizetype shownLine = 20000;
/// Lines of one log in the window; the oldest go first, and the log says how many.
constexpr int shownLines = 200000;
/// Bytes of memory of these lines: the oldest go first, and the log says how many. [200,000 lines of 60 characters: 40 MB]
constexpr qint64 shownLog = 48 * MiB;
/// Of all job logs in memory: those that nobody looked at for longest are read from the disk again when they are looked at.
constexpr qint64 shownLogs = 80 * MiB;

// --- Disk ----------------------------------------------------------------------------------------------------------------------
/// Bytes kept of one job's log: the newest half is kept when it is met, and the log's notice says so.
constexpr qint64 jobLog = 32 * MiB;
/// Bytes of all job logs: the oldest logs of ended jobs go first.
constexpr qint64 allJobLogs = 1024 * MiB;

} // namespace rayhelm::limits
