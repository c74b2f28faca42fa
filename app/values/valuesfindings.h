#pragma once

#include "values/problem.h"
#include "values/resourcesummary.h"
#include "values/valuesform.h"
#include "values/valuesreading.h"

namespace rayhelm {

/// Bytes of the text from `begin` to before `end`.
struct TextPlace {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// What follows from one reading: everything that form, list of problems and summary show.
struct ValuesFindings {
    YamlIndex::Pointer index;   ///< of the reading; never null
    QList<Problem> problems;
    QList<TextPlace> places;    ///< of each problem, in the text of the reading; empty: it has no line
    ResourceSummary summary;
    ValuesForm::Readings readings; ///< for ValuesForm::adopt
};

/// A pure function for any thread. Of a text that cannot be read the summary and the readings are those of the last tree.
ValuesFindings findInValues(const ValuesReading &reading, const ProblemContext &context);

} // namespace rayhelm
