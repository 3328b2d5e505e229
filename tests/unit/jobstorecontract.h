// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/openstore.h"
#include "tests/support/manualclock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tallyman::test {

/// What every engine must do: the rules of CONTRACT, section 2, and of models/store/jobstore.h as test
/// cases. Each engine's test program runs it with a factory of its own.
class JobStoreContract : public QObject {
    Q_OBJECT

public:
    struct Engine {
        /// Opens a store at a fresh place, the same one for each call between two calls of `forget`.
        std::function<Result<OpenStore>(const Clock &)> open;
        /// Makes the next open() start with an empty place.
        std::function<void()> forget;
        /// Whether jobs are still there when the store is closed and opened again.
        bool persistent = true;
    };

    explicit JobStoreContract(Engine engine);

private slots:
    void init();
    void cleanup();

    void createsAndFinds();
    void keepsEveryField();
    void makesIdsInOrder();
    void refusesAnIdThatExists();
    void findsNothingForAnUnknownId();
    void refusesWhatBreaksARule_data();
    void refusesWhatBreaksARule();
    void updatesOnlyWhatIsGiven();
    void clearsFields();
    void updatesNothingForAnUnknownId();
    void movesAlongTheAllowedWays_data();
    void movesAlongTheAllowedWays();
    void setsTimesAndProgressByTheMove();
    void countsRetriesAndKeepsTheirErrors();
    void refusesProgressOfAFinishedJob();
    void derivesProgressFromItems();
    void deletesWithResultsAndTimeline();
    void listsNewestFirst();
    void filters_data();
    void filters();
    void takesFilterTextLiterally();
    void pagesWithoutGaps();
    void findsByUser();
    void countsByStatus();
    void keepsStatistics();
    void keepsResultsInOrder();
    void replacesTheResultOfARetriedItem();
    void pagesResultsByOutcome();
    void findsByRowNumber();
    void sumsUpSomeJobs();
    void removesOldFinishedJobsOnly();
    void removesOnlyTheGivenStatuses();
    void removesManyInBatches();
    void removesExpiredJobs();
    void changesManyAndCountsWhatItCannot();
    void changesNoMoreThanAThousandAtOnce();
    void findsTheRowNumbersOfAQuery();
    void putsDeletedJobsBackAsTheyWere();
    void putsBackOneDeletionAtATime();
    void putsBackAllButThoseWhoseIdIsTaken();
    void putsManyBackInBatches();
    void putsUploadsBack();
    void losesNoConcurrentUpdate();
    void createsOneOfManyWithTheSameId();
    void answersInTheOrderOfTheCalls();
    void finishesWhatWasAcceptedWhenItCloses();
    void persistsAcrossInstances();

private:
    [[nodiscard]] JobStore &store() { return *m_store.jobs; }
    [[nodiscard]] Job stored(const char *id);
    void reopen();

    Engine m_engine;
    ManualClock m_clock;
    OpenStore m_store;
};

} // namespace tallyman::test
