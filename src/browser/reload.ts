// On pages of the development server: asks for the page anew once the site was built again.
const built = document.currentScript?.dataset['build'];

function connect(): void {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
  // The server says at once which build it has, so that no build between the page and this is missed.
  socket.addEventListener('message', ({ data }) => {
    if (data !== built) location.reload();
  });
  socket.addEventListener('close', () => setTimeout(connect, 1000));
}

connect();
