// Loaded into every program that `npm start` runs: should the starter be killed outright, its programs are told to stop
// in order, as it would have told them. The channel to the starter closes with it; by itself it keeps nothing alive.

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
