#include "ui/present/tour_stops.h"
#include "model/session/samples.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using verify::RungId;
using Target = TourStop::Target;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::Tour)
};

QList<TourStop> written() {
    return {
        {u"deep-reentry"_s,
         Target::Banner,
         {},
         Words::tr("This is the bundle that was committed"),
         Words::tr("The banner says so at a glance, and on whose word the block rests: here a pin that comes "
                   "with the "
                   "program.")},
        {u"deep-reentry"_s,
         Target::Tree,
         {},
         Words::tr("One call leads into the next"),
         Words::tr("L1 calls Rollup 1, which calls back. Each row is one transition; the lanes show where "
                   "execution "
                   "stands.")},
        {u"tampered"_s, Target::Rung, RungId::digest,
         Words::tr("This one is tampered: watch the digest rung"),
         Words::tr("One state was changed after it was anchored. The digest computed here is no longer the "
                   "anchored "
                   "one.")},
        {u"tampered"_s,
         Target::Bytes,
         {},
         Words::tr("The bytes that differ are marked"),
         Words::tr(
             "A row, a field, its bytes and its digest are chosen together: here the state that is stale.")},
        {u"unanchored"_s,
         Target::Step,
         {},
         Words::tr("Nobody committed to this one"),
         Words::tr(
             "The table is sound, but that is no proof. What is missing is named, with the button that gets "
             "it.")},
        {u"late"_s, Target::Rung, RungId::slot, Words::tr("Anchored, but too late"),
         Words::tr(
             "The digest is right and in the block. It came blocks after what it describes: not the same "
             "slot.")},
        {u"reorged"_s,
         Target::Banner,
         {},
         Words::tr("The block left the chain"),
         Words::tr(
             "The anchor was in a block that is not part of the chain any more. It counts for nothing.")},
        {u"rollup-table"_s,
         Target::Proof,
         {},
         Words::tr("What was proven, and by whom"),
         Words::tr(
             "A rollup’s own table. Each statement says whether it was computed here, pinned, or somebody’s "
             "word.")},
    };
}

} // namespace

QList<TourStop> tourStops() {
    const QList<TourStop> all = written();
    QList<TourStop> stops;
    for (const model::Sample& sample : model::samples()) {
        const qsizetype before = stops.size();
        for (const TourStop& stop : all) {
            if (stop.sample == sample.id) {
                stops.append(stop);
            }
        }
        if (stops.size() == before) {
            stops.append(
                {sample.id, Target::Banner, {}, sample.title, QString(sample.text).replace(u'\n', u' ')});
        }
    }
    return stops;
}

} // namespace anchorscope::ui
